package relrep.formats;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises names of columns that are not coordinates, as pandas and people write them. */
final class CsvNames {
    private static final Set<String> KEYS =
            Set.of("id", "ids", "key", "keys", "word", "words", "token", "name", "uuid", "guid");
    private static final Set<String> LABELS =
            Set.of(
                    "label",
                    "labels",
                    "class",
                    "classes",
                    "class_id",
                    "label_id",
                    "target",
                    "category",
                    "label_name",
                    "class_name");
    private static final Set<String> TEXTS =
            Set.of(
                    "text",
                    "sentence",
                    "title",
                    "document",
                    "content",
                    "passage",
                    "question",
                    "answer",
                    "body",
                    "description");
    private static final Set<String> ORDERS =
            Set.of(
                    "step",
                    "steps",
                    "epoch",
                    "iteration",
                    "iter",
                    "time",
                    "timestamp",
                    "datetime",
                    "date",
                    "row",
                    "row_number",
                    "rownum",
                    "line",
                    "line_number",
                    "frame",
                    "seq",
                    "idx",
                    "nr",
                    "no");
    private static final Pattern INDEX = Pattern.compile("(unnamed: \\d+|index|level_\\d+)?");
    private static final Pattern SOMETHINGS_ID =
            Pattern.compile(".*([_ .-](id|ID|Id)|[a-z0-9]I[dD])");

    private CsvNames() {}

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Returns whether a column of this name has classes. */
    static boolean label(String name) {
        return LABELS.contains(plain(name));
    }

    /** Returns whether a column of this name has keys. */
    static boolean key(String name) {
        return !label(name)
                && (KEYS.contains(plain(name)) || SOMETHINGS_ID.matcher(name.strip()).matches());
    }

    /** Returns whether a column of this name has row numbers. */
    static boolean index(String name) {
        return INDEX.matcher(plain(name)).matches();
    }

    /** Returns whether a column of this name has the texts that the vectors represent. */
    static boolean text(String name) {
        return TEXTS.contains(plain(name));
    }

    /** Returns whether a column of this name has steps or times. */
    static boolean order(String name) {
        return ORDERS.contains(plain(name));
    }

    /** Returns whether a column of this name is not a coordinate. */
    static boolean known(String name) {
        return label(name) || key(name) || index(name) || text(name) || order(name);
    }

    /**
     * Returns whether a row has the names of columns: none of its cells is a number, or its numbers
     * count 0, 1, … as pandas names columns.
     */
    static boolean header(List<String> cells) {
        int numbers = 0;
        boolean counting = true;
        boolean known = true;
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).strip();
            Cell kind = Cell.of(cell, false);
            boolean edge = i == 0 || i == cells.size() - 1;
            boolean unnamed = edge && cell.isEmpty() && cells.size() > 1;
            if (kind == Cell.NUMBER) {
                counting &= cell.equals(Integer.toString(numbers++));
            } else if (kind == Cell.LIST || (kind == Cell.BAD && !unnamed)) {
                return false;
            } else {
                known &= known(cell);
            }
        }
        int others = cells.size() - numbers;
        int enough = !known ? 3 : others == 0 ? 2 : 1;
        return numbers == 0 || (counting && numbers >= enough);
    }
}
