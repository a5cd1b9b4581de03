package relrep.api.tck.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import relrep.api.data.Matrix;
import relrep.api.run.Seed;

import java.util.Arrays;
import java.util.Map;

/**
 * An expected answer in float64 from another program, with a tolerance. For an array it has the
 * shape, some entries, and four sums over all entries.
 *
 * @param name of the answer
 * @param values numbers by key: {@code value}, {@code list}, or those of an array; {@code
 *     tolerance}
 */
@SuppressWarnings("InvalidParam") // a key in the file, not the parameter
public record Golden(String name, Map<String, String> values) {
    private static final GoldenFile KIT = GoldenFile.read(Golden.class, "golden.properties");
    private static final Seed WEIGHTS = Seed.of(1).branch("weights");

    /** The largest allowed tolerance. */
    private static final double LOOSEST = 1e-3;

    /** Keeps a copy. */
    public Golden {
        values = Map.copyOf(values);
    }

    /** Returns an answer of the kit for its {@link GoldenInput inputs}. */
    public static Golden of(String name) {
        return KIT.get(name);
    }

    /** Returns a number. */
    public double number(String key) {
        return Double.parseDouble(text(key));
    }

    /** Returns the numbers of a list in order. */
    public double[] list() {
        return numbers(text("list"));
    }

    /** Returns an entry of an array, if it is one of the stored ones. */
    public double entry(int row, int col) {
        return Arrays.stream(entries())
                .filter(entry -> entry[0] == row && entry[1] == col)
                .mapToDouble(entry -> entry[2])
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("%s has no %d, %d".formatted(name, row, col)));
    }

    /** Asserts that a value differs at most by the relative tolerance. */
    public void assertValue(double value) {
        double expected = number("value");
        assertEquals(expected, value, tolerance() * Math.abs(expected), name);
    }

    /**
     * Asserts an array: entries within the tolerance relative to the largest, and sums relative to
     * the sum of absolute values. One of the sums has a random weight for each place, so that
     * misplaced values are detected.
     */
    public void assertArray(Matrix array) {
        double[] shape = numbers(text("shape"));
        assertEquals(shape[0], array.rows(), name + ", rows");
        assertEquals(shape[1], array.cols(), name + ", columns");
        double near = tolerance() * number("largest");
        for (double[] entry : entries()) {
            int row = (int) entry[0];
            int col = (int) entry[1];
            String place = "%s, entry %d, %d".formatted(name, row, col);
            assertEquals(entry[2], array.get(row, col), near, place);
        }
        double sum = 0;
        double weighted = 0;
        double absolute = 0;
        double largest = 0;
        GoldenDraws weights = new GoldenDraws(WEIGHTS);
        for (int i = 0; i < array.rows(); i++) {
            for (float value : array.row(i)) {
                sum += value;
                weighted += value * (2 * weights.uniform() - 1);
                absolute += Math.abs(value);
                largest = Math.max(largest, Math.abs(value));
            }
        }
        double all = tolerance() * number("absolute");
        assertEquals(number("sum"), sum, all, name + ", sum");
        assertEquals(number("weighted"), weighted, all, name + ", weighted sum");
        assertEquals(number("absolute"), absolute, all, name + ", sum of absolute values");
        assertEquals(number("largest"), largest, near, name + ", largest");
    }

    private double tolerance() {
        double tolerance = number("tolerance");
        assertTrue(tolerance > 0 && tolerance <= LOOSEST, "a tolerance of " + tolerance);
        return tolerance;
    }

    private String text(String key) {
        String text = values.get(key);
        assertNotNull(text, () -> "%s has no %s".formatted(name, key));
        return text;
    }

    private double[][] entries() {
        return Arrays.stream(text("entries").split(";"))
                .map(Golden::numbers)
                .toArray(double[][]::new);
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.strip().split(" +")).mapToDouble(Double::parseDouble).toArray();
    }
}
