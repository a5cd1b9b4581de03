package relrep.datasets.image;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.data.Split;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.files.Checksum;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The dataset {@code digits}: handwritten digits that are part of this bundle, so that everything
 * can be tried without a download. It has 1,437 training and 360 test samples, in the file's order.
 * The mean and the standard deviation of {@code scale=standard} are those of the 1,437 training
 * pictures.
 */
@Component(service = Dataset.class)
@Plugin(
        name = "digits",
        description = "1,797 handwritten digits, 8 × 8 grey, 1,437 to train; comes with relrep",
        source =
                "Alpaydin & Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning"
                        + " Repository, 1998, CC BY 4.0")
public final class Digits implements Dataset, Tunable<Dataset, ImageOptions> {
    static final String FILE = "digits.csv.gz";
    static final String SHA256 = "46abec6b12486ad9e51943373abcf22bbea1b5a51a1619b361570d8893f1464a";

    private static final int TRAIN = 1437;
    private static final ImageSet SET =
            new ImageSet(
                    "digits",
                    new Shape(1, 8, 8),
                    16,
                    List.of(0.3054),
                    List.of(0.3755),
                    List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));

    private final ImageOptions options;

    /** Makes the dataset with its defaults: all samples, scaled to 0 to 1. */
    @Activate
    public Digits() {
        this(ImageOptions.ALL);
    }

    private Digits(ImageOptions options) {
        this.options = options;
    }

    @Override
    public ImageOptions options() {
        return options;
    }

    @Override
    public Dataset with(ImageOptions changed) {
        return new Digits(changed);
    }

    @Override
    public Split load(DataPlaces places, Run run) {
        byte[] packed = packed();
        String checksum = Checksum.of(packed);
        if (!checksum.equals(SHA256)) {
            throw new InvalidInputException(
                    "%s in relrep.datasets must have SHA-256 %s, but has %s; install the bundle anew"
                            .formatted(FILE, SHA256, checksum));
        }
        byte[][] lines = lines(packed);
        return new Split(
                part("train", Arrays.copyOfRange(lines, 0, TRAIN), options.train(), run),
                part("test", Arrays.copyOfRange(lines, TRAIN, lines.length), options.test(), run),
                Map.of(FILE, checksum));
    }

    /** Reads one part; a line is 64 pixels and the digit. */
    private Samples part(String part, byte[][] lines, int wanted, Run run) {
        int n = Selection.cut(SET.name(), part, wanted, lines.length);
        int width = SET.shape().size();
        byte[] found = new byte[n];
        for (int i = 0; i < n; i++) {
            found[i] = lines[i][width];
        }
        Selection kept = Selection.of(part, found, SET.classes(), options.labels());
        Pictures.Source source =
                (into, first, count) -> {
                    for (int i = 0; i < count; i++) {
                        System.arraycopy(lines[first + i], 0, into, i * width, width);
                    }
                };
        return new Samples(
                Pictures.of(
                        source,
                        kept.rows(),
                        width,
                        width,
                        SET.tones(options.scale()),
                        run.part(part, lines.length / 1797.0)),
                SET.shape(),
                Optional.of(kept.labels()));
    }

    private static byte[] packed() {
        try (InputStream in = Digits.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing in relrep.datasets");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[][] lines(byte[] packed) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(Digits::values)
                    .toArray(byte[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] values(String line) {
        String[] words = line.split(",", -1);
        byte[] values = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            values[i] = Byte.parseByte(words[i]);
        }
        return values;
    }
}
