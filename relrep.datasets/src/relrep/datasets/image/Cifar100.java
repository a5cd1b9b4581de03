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

/** The dataset {@code cifar100}: small colour photographs with its fine labels. */
@Component(service = Dataset.class)
@Plugin(
        name = "cifar-100",
        description = "60,000 photographs of a hundred classes, 32 × 32 colour, 50,000 to train",
        source = "Krizhevsky, Learning Multiple Layers of Features from Tiny Images, 2009")
public final class Cifar100 implements Dataset, Tunable<Dataset, ImageOptions> {
    private static final String CLASSES =
            "apple aquarium_fish baby bear beaver bed bee beetle bicycle bottle bowl "
                    + "boy bridge bus butterfly camel can castle caterpillar cattle chair "
                    + "chimpanzee clock cloud cockroach couch crab crocodile cup dinosaur "
                    + "dolphin elephant flatfish forest fox girl hamster house kangaroo "
                    + "keyboard lamp lawn_mower leopard lion lizard lobster man maple_tree "
                    + "motorcycle mountain mouse mushroom oak_tree orange orchid otter "
                    + "palm_tree pear pickup_truck pine_tree plain plate poppy porcupine possum "
                    + "rabbit raccoon ray road rocket rose sea seal shark shrew skunk "
                    + "skyscraper snail snake spider squirrel streetcar sunflower sweet_pepper "
                    + "table tank telephone television tiger tractor train trout tulip turtle "
                    + "wardrobe whale willow_tree wolf woman worm";

    private static final ImageSet SET =
            new ImageSet(
                    "cifar-100",
                    new Shape(3, 32, 32),
                    255,
                    List.of(0.5071, 0.4865, 0.4409),
                    List.of(0.2673, 0.2564, 0.2762),
                    List.of(CLASSES.split(" ")));

    private static final CifarSet FILES =
            new CifarSet(
                    SET,
                    List.of(URI.create("https://www.cs.toronto.edu/~kriz/")),
                    OfficialFile.of(
                            "cifar-100-binary.tar.gz",
                            168_513_733,
                            "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec"),
                    List.of(
                            batch(
                                    "train.bin",
                                    153_700_000,
                                    "f31298fc616915fa142368359df1c4ca2ae984d6915ca468b998a5ec6aeebf29")),
                    batch(
                            "test.bin",
                            30_740_000,
                            "d8b1e6b7b3bee4020055f0699b111f60b1af1e262aeb93a0b659061746f8224a"),
                    2);

    private final ImageOptions options;

    /** Makes the dataset with its defaults: all samples, scaled to 0 to 1. */
    @Activate
    public Cifar100() {
        this(ImageOptions.ALL);
    }

    private Cifar100(ImageOptions options) {
        this.options = options;
    }

    private static OfficialFile batch(String name, long size, String sha256) {
        return OfficialFile.of(name, size, sha256, sha256);
    }

    @Override
    public ImageOptions options() {
        return options;
    }

    @Override
    public Dataset with(ImageOptions changed) {
        return new Cifar100(changed);
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
