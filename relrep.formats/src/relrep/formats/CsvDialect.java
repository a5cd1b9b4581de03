package relrep.formats;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Detects the separator of a table of text from its first lines. */
final class CsvDialect {
    /** What Excel puts into the first line, before a separator. */
    static final String SEPARATOR = "sep=";

    private static final int LOOKED_AT = 8;

    private CsvDialect() {}

    static char separator(Path file, Csv.Separator given) {
        if (given != Csv.Separator.AUTO) {
            return given.character();
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.contains(".tsv")) {
            return Csv.Separator.TAB.character();
        }
        List<String> lines = lines(file);
        if (lines.isEmpty()) {
            return Csv.Separator.COMMA.character();
        }
        String said = lines.get(0).strip();
        if (said.length() == SEPARATOR.length() + 1
                && said.regionMatches(true, 0, SEPARATOR, 0, SEPARATOR.length())) {
            return said.charAt(SEPARATOR.length());
        }
        char most = Csv.Separator.COMMA.character();
        int commas = count(lines.get(0), most);
        for (char other : new char[] {'\t', ';', '|'}) {
            int times = count(lines.get(0), other);
            boolean more = times > count(lines.get(0), most);
            boolean comma = times > 0 && most == ',' && commas > 0 && decimals(lines, other);
            if ((more || comma) && (other != '|' || bars(lines))) {
                most = other;
            }
        }
        return count(lines.get(0), most) == 0 && blanks(lines) ? ' ' : most;
    }

    /**
     * Returns the first lines without comments. If all of them begin with a hash, they are not
     * comments.
     */
    private static List<String> lines(Path file) {
        List<String> plain = new ArrayList<>();
        List<String> hashed = new ArrayList<>();
        try (TextLines lines = TextLines.open(file)) {
            while (plain.size() + hashed.size() < LOOKED_AT && lines.next()) {
                int length = Math.min(1 << 16, lines.end() - lines.start());
                String line =
                        new String(lines.bytes(), lines.start(), length, StandardCharsets.UTF_8);
                if (!line.isBlank()) {
                    (line.startsWith("#") ? hashed : plain).add(line);
                }
            }
        }
        return plain.isEmpty() ? hashed : plain;
    }

    /** Counts a character outside quotes. */
    private static int count(String line, char wanted) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            count += !quoted && line.charAt(i) == wanted ? 1 : 0;
        }
        return count;
    }

    /** Returns whether every comma is inside a number between two separators. */
    private static boolean decimals(List<String> lines, char separator) {
        return lines.stream()
                .flatMap(
                        line ->
                                Arrays.stream(
                                        line.split(Pattern.quote(String.valueOf(separator)), -1)))
                .filter(cell -> cell.indexOf(',') >= 0)
                .allMatch(Cell::decimalComma);
    }

    /** Returns whether blanks separate several numbers, or a word and several numbers. */
    private static boolean blanks(List<String> lines) {
        return words(lines.get(lines.size() - 1), 1, 0)
                || lines.stream()
                        .skip(lines.size() > 1 ? 1 : 0)
                        .allMatch(line -> words(line, 2, 1));
    }

    private static boolean words(String line, int more, int from) {
        String[] words = line.strip().split("\\s+");
        return words.length > more
                && Arrays.stream(words)
                        .skip(from)
                        .map(CsvDialect::unquoted)
                        .allMatch(word -> Cell.of(word, false) == Cell.NUMBER);
    }

    private static String unquoted(String word) {
        boolean quoted = word.length() > 2 && word.startsWith("\"") && word.endsWith("\"");
        return quoted ? word.substring(1, word.length() - 1) : word;
    }

    /**
     * Returns whether the last lines are several numbers separated by bars, perhaps after a word.
     */
    private static boolean bars(List<String> lines) {
        String[] cells = lines.get(lines.size() - 1).split("\\|", -1);
        return (cells.length > 2 && numbers(cells, 1)) || (cells.length == 2 && numbers(cells, 0));
    }

    private static boolean numbers(String[] words, int from) {
        return Arrays.stream(words)
                .skip(from)
                .map(String::strip)
                .allMatch(word -> Cell.of(word, false) == Cell.NUMBER || Cell.decimalComma(word));
    }
}
