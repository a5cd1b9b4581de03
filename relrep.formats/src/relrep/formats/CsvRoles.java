package relrep.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The roles of the columns of a table of text.
 *
 * @param key the column with the keys, or -1
 * @param index whether the key column only counts rows
 * @param label the column with the classes, or -1
 * @param list the column whose cells hold whole vectors, or -1
 * @param idle columns that are not read, although no option excludes them
 * @param coordinates the columns with coordinates
 * @param doubtful coordinates that may be an index
 * @param words columns with cells that are not numbers
 */
record CsvRoles(
        int key,
        boolean index,
        int label,
        int list,
        Set<Integer> idle,
        List<Integer> coordinates,
        Set<Integer> doubtful,
        Set<Integer> words) {
    static final String AUTO = "auto";
    static final String NONE = "none";

    /** Finds a column by its name or number. */
    interface Named {
        int column(String written);
    }

    /**
     * Decides the roles.
     *
     * @param names of the columns; empty if the file has none
     * @param row the first row
     * @param columns the statistics of the columns
     */
    static CsvRoles of(
            List<String> names,
            List<String> row,
            List<CsvColumn> columns,
            Csv.Options options,
            Named named) {
        int width = columns.size();
        if (width == 1 && options.key().equals(AUTO) && options.label().equals(AUTO)) {
            return list(row.get(0)) ? alone(0, List.of()) : alone(-1, List.of(0));
        }
        Set<Integer> ignored = new TreeSet<>();
        options.ignore().forEach(written -> ignored.add(named.column(written)));
        IntPredicate free = column -> !ignored.contains(column);
        int list = first(width, free.and(i -> list(row.get(i))));
        int label = chosen(options.label(), named);
        if (options.label().equals(AUTO) && !names.isEmpty()) {
            label = first(width, free.and(i -> CsvNames.label(names.get(i))));
        }
        int classes = label;
        IntPredicate open = free.and(i -> i != classes && i != list);
        IntPredicate worded =
                i ->
                        !names.isEmpty()
                                && (CsvNames.key(names.get(i)) || CsvNames.text(names.get(i)));
        IntPredicate labelled = i -> !names.isEmpty() && CsvNames.label(names.get(i));
        CsvIndexes indexes = CsvIndexes.of(names, columns, open.and(worded.or(labelled).negate()));
        int key = chosen(options.key(), named);
        boolean index = false;
        if (options.key().equals(AUTO)) {
            key = first(width, open.and(i -> !names.isEmpty() && CsvNames.key(names.get(i))));
            if (key < 0 && open.test(0) && columns.get(0).words()) {
                key = 0;
            }
            if (key < 0) {
                key = first(width, indexes.counting()::contains);
                index = key >= 0;
            }
            if (key < 0 && !names.isEmpty()) {
                key = first(width, open.and(i -> CsvNames.text(names.get(i))));
            }
        }
        int keys = key;
        Set<Integer> idle = new TreeSet<>();
        List<Integer> coordinates = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            boolean other =
                    worded.test(i) || indexes.counting().contains(i) || indexes.named().contains(i);
            if (!open.test(i) || i == keys) {
                continue;
            }
            if (list >= 0 || (other && !options.key().equals(NONE))) {
                idle.add(i);
            } else {
                coordinates.add(i);
            }
        }
        Set<Integer> doubtful = new TreeSet<>(indexes.doubtful());
        doubtful.retainAll(options.key().equals(NONE) ? Set.of() : coordinates);
        Set<Integer> words = new TreeSet<>();
        for (int i = 0; i < width; i++) {
            if (!columns.get(i).numbers()) {
                words.add(i);
            }
        }
        return new CsvRoles(key, index, label, list, idle, coordinates, doubtful, words);
    }

    /** Returns the roles of a single column. */
    private static CsvRoles alone(int list, List<Integer> coordinates) {
        return new CsvRoles(-1, false, -1, list, Set.of(), coordinates, Set.of(), Set.of());
    }

    private static int chosen(String written, Named named) {
        return written.equals(AUTO) || written.equals(NONE) ? -1 : named.column(written);
    }

    private static int first(int width, IntPredicate wanted) {
        return IntStream.range(0, width).filter(wanted).findFirst().orElse(-1);
    }

    private static boolean list(String cell) {
        return Cell.of(cell, false) == Cell.LIST;
    }

    /** Returns the single column besides an index, or the only column, or -1. */
    int single() {
        boolean vectors = list >= 0 || coordinates.size() > 1 || (key >= 0 && !index);
        if (vectors || (label >= 0 && !coordinates.isEmpty())) {
            return -1;
        }
        return coordinates.isEmpty() ? label : coordinates.get(0);
    }
}
