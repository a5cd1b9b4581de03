package relrep.report.drawing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Outlines of letters that are part of the bundle, so that text looks the same on every machine,
 * even without fonts.
 */
public final class Letters {
    private static final String FILE = "letters.txt";
    private static final double EM = 1000;
    private static final int UNKNOWN = '□';
    private static final Letters ALL = read();

    private final Map<Integer, Letter> letters;

    private Letters(Map<Integer, Letter> letters) {
        this.letters = letters;
    }

    /**
     * One letter.
     *
     * @param advance the distance to the next letter, in thousandths of the size
     * @param outline moves, lines and curves in SVG syntax, in thousandths of the size; empty for a
     *     space
     */
    record Letter(int advance, String outline) {}

    private static Letters read() {
        Map<Integer, Letter> letters = new HashMap<>();
        try (InputStream in = Letters.class.getResourceAsStream(FILE);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] parts = line.split(" ", 3);
                    letters.put(
                            Integer.parseInt(parts[0], 16),
                            new Letter(
                                    Integer.parseInt(parts[1]), parts.length > 2 ? parts[2] : ""));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Letters(letters);
    }

    static Letter of(int codePoint) {
        Letter letter = ALL.letters.get(codePoint);
        return letter == null ? ALL.letters.get(UNKNOWN) : letter;
    }

    /** Returns the width of a text in points. */
    public static double width(String text, double size) {
        return text.codePoints().mapToLong(c -> of(c).advance()).sum() * size / EM;
    }

    /**
     * Returns the text. If it is wider than the limit, returns as much of its beginning as fits,
     * and a dot.
     */
    public static String fit(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + "…", size) > width) {
            end--;
        }
        return text.substring(0, end).strip() + "…";
    }
}
