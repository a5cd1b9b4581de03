package relrep.torture.plugin;

import relrep.api.plugin.Invariance;
import relrep.api.similarity.PointSimilarity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A similarity that always returns the number in its own jar, which shows its version. */
public final class Versioned implements PointSimilarity {
    /** The name of the plugin. */
    public static final String NAME = "versioned";

    /** The file in its jar with the number. */
    public static final String NUMBER = "number.txt";

    private final double number;

    /** Reads its number. */
    public Versioned() {
        try (InputStream in = Versioned.class.getResourceAsStream("/" + NUMBER)) {
            number = Double.parseDouble(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double compare(float[] point, float[] anchor) {
        return number;
    }

    @Override
    public Set<Invariance> invariances() {
        return Set.of();
    }

    @Override
    public Sense sense() {
        return Sense.LARGER_IS_CLOSER;
    }
}
