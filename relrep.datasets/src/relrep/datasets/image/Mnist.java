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

/** The dataset {@code mnist}: handwritten digits, the first dataset of the papers. */
@Component(service = Dataset.class)
@Plugin(
        name = "mnist",
        description = "70,000 handwritten digits, 28 × 28 grey, 60,000 to train",
        source = "LeCun, Cortes & Burges, The MNIST database of handwritten digits, 1998")
public final class Mnist implements Dataset, Tunable<Dataset, ImageOptions> {
    private static final ImageSet SET =
            ImageSet.grey(
                    "mnist",
                    new Shape(1, 28, 28),
                    0.1307,
                    0.3081,
                    "0",
                    "1",
                    "2",
                    "3",
                    "4",
                    "5",
                    "6",
                    "7",
                    "8",
                    "9");

    private static final IdxSet FILES =
            new IdxSet(
                    SET,
                    List.of(
                            URI.create("http://yann.lecun.com/exdb/mnist/"),
                            URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
                            URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/")),
                    new IdxSet.Part(
                            OfficialFile.of(
                                    "train-images-idx3-ubyte.gz",
                                    9_912_422,
                                    "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
                                    "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
                            OfficialFile.of(
                                    "train-labels-idx1-ubyte.gz",
                                    28_881,
                                    "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
                                    "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5")),
                    new IdxSet.Part(
                            OfficialFile.of(
                                    "t10k-images-idx3-ubyte.gz",
                                    1_648_877,
                                    "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
                                    "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
                            OfficialFile.of(
                                    "t10k-labels-idx1-ubyte.gz",
                                    4_542,
                                    "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
                                    "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")));

    private final ImageOptions options;

    /** Makes the dataset with its defaults: all samples, scaled to 0 to 1. */
    @Activate
    public Mnist() {
        this(ImageOptions.ALL);
    }

    private Mnist(ImageOptions options) {
        this.options = options;
    }

    @Override
    public ImageOptions options() {
        return options;
    }

    @Override
    public Dataset with(ImageOptions changed) {
        return new Mnist(changed);
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
