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

/** The dataset {@code cifar10}: small colour photographs in ten classes. */
@Component(service = Dataset.class)
@Plugin(
        name = "cifar-10",
        description = "60,000 photographs of ten classes, 32 × 32 colour, 50,000 to train",
        source = "Krizhevsky, Learning Multiple Layers of Features from Tiny Images, 2009")
public final class Cifar10 implements Dataset, Tunable<Dataset, ImageOptions> {
    private static final ImageSet SET =
            new ImageSet(
                    "cifar-10",
                    new Shape(3, 32, 32),
                    255,
                    List.of(0.4914, 0.4822, 0.4465),
                    List.of(0.2470, 0.2435, 0.2616),
                    List.of(
                            "airplane",
                            "automobile",
                            "bird",
                            "cat",
                            "deer",
                            "dog",
                            "frog",
                            "horse",
                            "ship",
                            "truck"));

    private static final CifarSet FILES =
            new CifarSet(
                    SET,
                    List.of(URI.create("https://www.cs.toronto.edu/~kriz/")),
                    OfficialFile.of(
                            "cifar-10-binary.tar.gz",
                            170_052_171,
                            "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"),
                    List.of(
                            batch(
                                    "data_batch_1.bin",
                                    "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"),
                            batch(
                                    "data_batch_2.bin",
                                    "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"),
                            batch(
                                    "data_batch_3.bin",
                                    "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"),
                            batch(
                                    "data_batch_4.bin",
                                    "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"),
                            batch(
                                    "data_batch_5.bin",
                                    "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add")),
                    batch(
                            "test_batch.bin",
                            "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b"),
                    1);

    private final ImageOptions options;

    /** Makes the dataset with its defaults: all samples, scaled to 0 to 1. */
    @Activate
    public Cifar10() {
        this(ImageOptions.ALL);
    }

    private Cifar10(ImageOptions options) {
        this.options = options;
    }

    private static OfficialFile batch(String name, String sha256) {
        return OfficialFile.of(name, 30_730_000, sha256, sha256);
    }

    @Override
    public ImageOptions options() {
        return options;
    }

    @Override
    public Dataset with(ImageOptions changed) {
        return new Cifar10(changed);
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
