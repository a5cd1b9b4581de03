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

/** The dataset {@code fashion-mnist}: clothes in the format of MNIST. */
@Component(service = Dataset.class)
@Plugin(
        name = "fashion-mnist",
        description = "70,000 pictures of clothes, 28 × 28 grey, 60,000 to train",
        source =
                "Xiao, Rasul & Vollgraf, Fashion-MNIST: a Novel Image Dataset for Benchmarking"
                        + " Machine Learning Algorithms, 2017")
public final class FashionMnist implements Dataset, Tunable<Dataset, ImageOptions> {
    private static final ImageSet SET =
            ImageSet.grey(
                    "fashion-mnist",
                    new Shape(1, 28, 28),
                    0.2860,
                    0.3530,
                    "T-shirt/top",
                    "Trouser",
                    "Pullover",
                    "Dress",
                    "Coat",
                    "Sandal",
                    "Shirt",
                    "Sneaker",
                    "Bag",
                    "Ankle boot");

    private static final IdxSet FILES =
            new IdxSet(
                    SET,
                    List.of(
                            URI.create(
                                    "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/")),
                    new IdxSet.Part(
                            OfficialFile.of(
                                    "train-images-idx3-ubyte.gz",
                                    26_421_880,
                                    "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
                                    "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
                            OfficialFile.of(
                                    "train-labels-idx1-ubyte.gz",
                                    29_515,
                                    "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
                                    "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9")),
                    new IdxSet.Part(
                            OfficialFile.of(
                                    "t10k-images-idx3-ubyte.gz",
                                    4_422_102,
                                    "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
                                    "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
                            OfficialFile.of(
                                    "t10k-labels-idx1-ubyte.gz",
                                    5_148,
                                    "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
                                    "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34")));

    private final ImageOptions options;

    /** Makes the dataset with its defaults: all samples, scaled to 0 to 1. */
    @Activate
    public FashionMnist() {
        this(ImageOptions.ALL);
    }

    private FashionMnist(ImageOptions options) {
        this.options = options;
    }

    @Override
    public ImageOptions options() {
        return options;
    }

    @Override
    public Dataset with(ImageOptions changed) {
        return new FashionMnist(changed);
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
