package relrep.datasets.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What each column of a table of text is for.
 *
 * @param key the column with the keys, or -1
 * @param index whether that only counts rows
 * @param label the column with the classes, or -1
 * @param list the column whose cells hold whole vectors, or -1
 * @param ignored columns that nobody reads
 * @param coordinates the others
 */
record CsvRoles(
        int key,
        boolean index,
        int label,
        int list,
        Set<Integer> ignored,
        List<Integer> coordinates) {
    static final String AUTO = "auto";
    static final String NONE = "none";

    /** Finds the column of a name or number. */
    interface Named {
        int column(String written);
    }

    /**
     * Decides.
     *
     * @param names of the columns; none where the file has none
     * @param row the first one
     * @param columns what is in them
     */
    static CsvRoles of(
            List<String> names,
            List<String> row,
            List<CsvColumn> columns,
            Csv.Options options,
            Named named) {
        int width = columns.size();
        if (width == 1 && options.key().equals(AUTO) && options.label().equals(AUTO)) {
            return list(row.get(0))
                    ? new CsvRoles(-1, false, -1, 0, Set.of(), List.of())
                    : new CsvRoles(-1, false, -1, -1, Set.of(), List.of(0));
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
        IntPredicate counting =
                i ->
                        i == 0 && counts(columns, !names.isEmpty(), open)
                                || i == 0 && !names.isEmpty() && CsvNames.index(names.get(0))
                                || !names.isEmpty()
                                        && !names.get(i).isBlank()
                                        && CsvNames.index(names.get(i));
        int key = chosen(options.key(), named);
        boolean index = false;
        if (options.key().equals(AUTO)) {
            key = first(width, open.and(i -> !names.isEmpty() && CsvNames.key(names.get(i))));
            if (key < 0 && open.test(0) && columns.get(0).words()) {
                key = 0;
            }
            if (key < 0) {
                key = first(width, open.and(counting));
                index = key >= 0;
            }
            if (key < 0 && !names.isEmpty()) {
                key = first(width, open.and(i -> CsvNames.text(names.get(i))));
            }
        }
        int keys = key;
        List<Integer> coordinates = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            boolean idle =
                    !names.isEmpty() && (CsvNames.key(names.get(i)) || CsvNames.text(names.get(i)))
                            || counting.test(i);
            if (!open.test(i) || i == keys) {
                continue;
            }
            if (list >= 0 || idle && !options.key().equals(NONE)) {
                ignored.add(i);
            } else {
                coordinates.add(i);
            }
        }
        return new CsvRoles(key, index, label, list, ignored, coordinates);
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

    /**
     * Whether the first column counts rows: from 0, or from 1 where it has no name. Of two rows it
     * may do so by chance, unless the others are no whole numbers.
     */
    private static boolean counts(List<CsvColumn> columns, boolean named, IntPredicate open) {
        CsvColumn first = columns.get(0);
        boolean fractions =
                IntStream.range(1, columns.size())
                        .filter(open)
                        .anyMatch(i -> !columns.get(i).whole());
        boolean several = first.rows() > 2 || !named && fractions && first.fromZero();
        return columns.size() > 1 && first.counts() && several && (first.fromZero() || !named);
    }

    /** Returns the one column that is left beside an index, or alone, or -1. */
    int single() {
        boolean vectors = list >= 0 || coordinates.size() > 1 || key >= 0 && !index;
        if (vectors || label >= 0 && !coordinates.isEmpty()) {
            return -1;
        }
        return coordinates.isEmpty() ? label : coordinates.get(0);
    }
}
