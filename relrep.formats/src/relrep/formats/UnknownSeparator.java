package relrep.formats;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A text whose lines are taken for words, though most of those with digits hold fractions. */
final class UnknownSeparator {
    private static final int LOOKED_AT = 64;
    private static final int LONGEST = 1 << 12;
    private static final Pattern FRACTION = Pattern.compile("\\d[.,]\\d");

    private UnknownSeparator() {}

    /** Returns whether a text is such. */
    static boolean in(Path file) {
        int looked = 0;
        int seen = 0;
        int several = 0;
        try (TextLines lines = TextLines.open(file)) {
            while (looked++ < LOOKED_AT && lines.next()) {
                int length = Math.min(LONGEST, lines.end() - lines.start());
                String line =
                        new String(
                                lines.bytes(), lines.start(), length, StandardCharsets.ISO_8859_1);
                seen += line.chars().anyMatch(Character::isDigit) ? 1 : 0;
                several += FRACTION.matcher(line).results().limit(2).count() > 1 ? 1 : 0;
            }
        }
        return 2 * several > seen;
    }
}
