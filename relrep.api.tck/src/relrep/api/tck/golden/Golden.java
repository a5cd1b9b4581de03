package relrep.api.tck.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import relrep.api.data.Matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of {@code golden.json}: a value, a list, or what is kept of an array: its shape, some
 * of its entries, its sum, the sum of its absolute values and the largest of them.
 *
 * @param name of the entry
 * @param text the entry, as JSON
 */
public record Golden(String name, String text) {
    private static final String NUMBER = "(-?\\d[-+.\\deE]*)";
    private static final Pattern NUMBERS = Pattern.compile(NUMBER);
    private static final Pattern ENTRY =
            Pattern.compile("\\[\\s*(\\d+),\\s*(\\d+),\\s*" + NUMBER + "\\s*\\]");

    /** No answer that must agree is allowed to be further off. */
    private static final double LOOSEST = 1e-3;

    /** Returns an entry; the test is skipped when RELREP_BENCH names no folder. */
    public static Golden of(String name) throws IOException {
        String all = Files.readString(Folder.file("RELREP_BENCH", "golden.json"));
        String key = '"' + name + "\": ";
        int from = all.indexOf(key);
        assertTrue(from >= 0, "no golden of " + name);
        int start = from + key.length();
        int end = start;
        int depth = 0;
        do {
            char c = all.charAt(end++);
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        } while (depth > 0);
        return new Golden(name, all.substring(start, end));
    }

    /** Returns a number of this entry. */
    public double number(String key) {
        Matcher matcher = Pattern.compile('"' + key + "\": " + NUMBER).matcher(text);
        assertTrue(matcher.find(), "%s has no %s".formatted(name, key));
        return Double.parseDouble(matcher.group(1));
    }

    /** Returns the numbers of a list, or of a list of lists, in their order. */
    public double[] list() {
        return NUMBERS.matcher(text)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .toArray();
    }

    /** Returns an entry of an array. */
    public double entry(int row, int col) {
        return ENTRY.matcher(text)
                .results()
                .filter(found -> Integer.parseInt(found.group(1)) == row)
                .filter(found -> Integer.parseInt(found.group(2)) == col)
                .mapToDouble(found -> Double.parseDouble(found.group(3)))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("%s has no %d, %d".formatted(name, row, col)));
    }

    /** Requires a value that differs by the tolerance of this entry at most, as a part of it. */
    public void assertValue(double value) {
        double expected = number("value");
        assertEquals(expected, value, tolerance() * Math.abs(expected), name);
    }

    /**
     * Requires the array: entries within the tolerance as a part of the largest, sums within it as
     * a part of the sum of the absolute values.
     */
    public void assertArray(Matrix array) {
        double[] shape = new Golden(name, text.substring(0, text.indexOf("entries"))).list();
        assertEquals(shape[0], array.rows(), name + ", rows");
        assertEquals(shape.length > 1 ? shape[1] : 1, array.cols(), name + ", columns");
        double near = tolerance() * number("maxabs");
        assertTrue(ENTRY.matcher(text).find(), name + " has no entries");
        ENTRY.matcher(text)
                .results()
                .forEach(
                        found -> {
                            int row = Integer.parseInt(found.group(1));
                            int col = Integer.parseInt(found.group(2));
                            assertEquals(
                                    Double.parseDouble(found.group(3)),
                                    array.get(row, col),
                                    near,
                                    "%s, entry %d, %d".formatted(name, row, col));
                        });
        double sum = 0;
        double absolute = 0;
        double largest = 0;
        for (int i = 0; i < array.rows(); i++) {
            for (float value : array.row(i)) {
                sum += value;
                absolute += Math.abs(value);
                largest = Math.max(largest, Math.abs(value));
            }
        }
        double all = tolerance() * number("sumabs");
        assertEquals(number("sum"), sum, all, name + ", sum");
        assertEquals(number("sumabs"), absolute, all, name + ", sum of absolute values");
        assertEquals(number("maxabs"), largest, near, name + ", largest");
    }

    private double tolerance() {
        double tolerance = number("tol");
        assertTrue(tolerance > 0 && tolerance <= LOOSEST, "a tolerance of " + tolerance);
        return tolerance;
    }
}
