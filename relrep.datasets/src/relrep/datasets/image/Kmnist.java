package relrep.datasets.image;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Shape;
import relrep.api.data.Split;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.Run;
import relrep.files.official.OfficialFile;

import java.net.URI;
import java.util.List;

/** The dataset {@code kmnist}: Kuzushiji-MNIST, cursive Japanese in the format of MNIST. */
@Component(service = Dataset.class)
@Plugin(
        name = "kmnist",
        description = "70,000 cursive Japanese characters, 28 × 28 grey, 60,000 to train",
        source = "Clanuwat et al., Deep Learning for Classical Japanese Literature, 2018")
public final class Kmnist implements Dataset, Tunable<Dataset, ImageOptions> {
    private static final ImageSet SET =
            ImageSet.grey(
                    "kmnist",
                    new Shape(1, 28, 28),
                    0.1918,
                    0.3483,
                    "o",
                    "ki",
                    "su",
                    "tsu",
                    "na",
                    "ha",
                    "ma",
                    "ya",
                    "re",
                    "wo");

    private static final IdxSet FILES =
            new IdxSet(
                    SET,
                    List.of(URI.create("https://codh.rois.ac.jp/kmnist/dataset/kmnist/")),
                    new IdxSet.Part(
                            OfficialFile.of(
                                    "train-images-idx3-ubyte.gz",
                                    18_165_135,
                                    "51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4"),
                            OfficialFile.of(
                                    "train-labels-idx1-ubyte.gz",
                                    29_497,
                                    "e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17")),
                    new IdxSet.Part(
                            OfficialFile.of(
                                    "t10k-images-idx3-ubyte.gz",
                                    3_041_136,
                                    "edd7a857845ad6bb1d0ba43fe7e794d164fe2dce499a1694695a792adfac43c5"),
                            OfficialFile.of(
                                    "t10k-labels-idx1-ubyte.gz",
                                    5_120,
                                    "20bb9a0ef54c7db3efc55a92eef5582c109615df22683c380526788f98e42a1c")));

    private final ImageOptions options;

    /** Makes the dataset with its defaults: all samples, scaled to 0 to 1. */
    @Activate
    public Kmnist() {
        this(ImageOptions.ALL);
    }

    private Kmnist(ImageOptions options) {
        this.options = options;
    }

    @Override
    public ImageOptions options() {
        return options;
    }

    @Override
    public Dataset with(ImageOptions changed) {
        return new Kmnist(changed);
    }

    @Override
    public List<String> needs() {
        return FILES.needs();
    }

    @Override
    public Split load(DataPlaces places, Run run) {
        return FILES.load(options, places, run);
    }
}
