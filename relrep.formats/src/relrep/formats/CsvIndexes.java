package relrep.formats;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The index columns of a table: columns that order the rows rather than describe them, for example
 * counters, steps and times. A column named like a coordinate is not an index. These names are the
 * numbers of a header 0, 1, 2, …, and names that continue their neighbour's, except in the first
 * column.
 *
 * @param counting columns whose numbers are equally spaced, unlike the others, and columns named
 *     index
 * @param named columns whose names are those of steps or times, or unlike the others' names
 * @param doubtful columns that may be an index but are read as coordinates
 */
record CsvIndexes(Set<Integer> counting, Set<Integer> named, Set<Integer> doubtful) {
    /** The number of rows below which a column may be equally spaced by chance. */
    private static final int ENOUGH = 8;

    /**
     * Finds the index columns.
     *
     * @param names of the columns; empty if the file has none
     * @param columns their statistics
     * @param open returns whether a column has no other role
     */
    static CsvIndexes of(List<String> names, List<CsvColumn> columns, IntPredicate open) {
        int width = columns.size();
        boolean header = !names.isEmpty();
        Set<Integer> counting = new TreeSet<>();
        Set<Integer> named = new TreeSet<>();
        Set<Integer> doubtful = new TreeSet<>();
        Set<Integer> unlike = header ? CsvFamilies.unlike(names) : Set.of();
        for (int i = 0; i < width; i++) {
            if (!open.test(i)) {
                continue;
            }
            boolean unnamed = header && names.get(i).isBlank();
            boolean last = i == width - 1 && columns.get(i).numbers();
            boolean called = header && CsvNames.index(names.get(i)) && (i == 0 || last || !unnamed);
            boolean fits = header && CsvFamilies.fits(names, i);
            boolean outer = i == width - 1 || columns.get(i).rows() >= ENOUGH;
            boolean enough = i == 0 || (outer && !fits);
            boolean order =
                    called
                            || (i == 0 && counts(columns, header, open))
                            || (enough && steps(i, columns, open));
            if (order && !(header && CsvFamilies.counted(names, i))) {
                counting.add(i);
            } else if (header && (CsvNames.order(names.get(i)) || unlike.contains(i))) {
                (columns.get(i).steps() ? counting : named).add(i);
            } else if (even(i, columns, open) || few(i, names, columns, open)) {
                doubtful.add(i);
            }
        }
        return new CsvIndexes(counting, named, doubtful);
    }

    /** Returns the columns that need more than the first rows for this decision. */
    static Set<Integer> watched(List<String> names, List<CsvColumn> columns) {
        Set<Integer> all = new HashSet<>(names.isEmpty() ? Set.of() : CsvFamilies.unlike(names));
        List<Integer> whole =
                IntStream.range(0, columns.size())
                        .filter(i -> columns.get(i).whole())
                        .boxed()
                        .toList();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).steps()) {
                all.add(i);
                all.addAll(whole);
            }
            if (!names.isEmpty() && CsvNames.known(names.get(i))) {
                all.add(i);
            }
        }
        List<Integer> integers =
                IntStream.range(0, columns.size())
                        .filter(i -> columns.get(i).integers())
                        .boxed()
                        .toList();
        if (2 * integers.size() <= columns.size()) {
            all.addAll(integers);
        }
        return all;
    }

    /**
     * Returns whether the first column counts rows, from 0, or from 1 if it has no name. With two
     * rows this may be by chance, unless the other columns are not whole numbers.
     */
    private static boolean counts(List<CsvColumn> columns, boolean named, IntPredicate open) {
        CsvColumn first = columns.get(0);
        boolean fractions =
                IntStream.range(1, columns.size())
                        .filter(open)
                        .anyMatch(i -> !columns.get(i).whole());
        boolean several = first.rows() > 2 || (!named && fractions && first.fromZero());
        return columns.size() > 1 && first.counts() && several && (first.fromZero() || !named);
    }

    /**
     * Returns whether the numbers of a column are equally spaced. If they are integers, most other
     * columns must have numbers that are not.
     */
    private static boolean steps(int column, List<CsvColumn> columns, IntPredicate open) {
        CsvColumn own = columns.get(column);
        if (!own.steps()) {
            return false;
        }
        int[] others = others(columns, open);
        if (own.fractions()) {
            return others.length > 0;
        }
        long fractions =
                IntStream.of(others)
                        .mapToObj(columns::get)
                        .filter(other -> own.whole() ? !other.whole() : other.fractions())
                        .count();
        return 2 * fractions > others.length;
    }

    /** Returns the columns of numbers that are not equally spaced. */
    private static int[] others(List<CsvColumn> columns, IntPredicate open) {
        return IntStream.range(0, columns.size())
                .filter(open)
                .filter(i -> !columns.get(i).steps() && !columns.get(i).words())
                .toArray();
    }

    /** Returns whether a column is equally spaced and the others are not. */
    private static boolean even(int column, List<CsvColumn> columns, IntPredicate open) {
        return columns.get(column).steps() && others(columns, open).length > 0;
    }

    /**
     * Whether a column has integers, as at most half of the others do, and its name does not go on
     * with that of one with fractions.
     */
    private static boolean few(
            int column, List<String> names, List<CsvColumn> columns, IntPredicate open) {
        CsvColumn own = columns.get(column);
        if (!own.integers() || own.constant() || own.rows() <= 2) {
            return false;
        }
        int[] varied =
                IntStream.range(0, columns.size())
                        .filter(open)
                        .filter(i -> columns.get(i).numbers() && !columns.get(i).constant())
                        .toArray();
        long integers = IntStream.of(varied).filter(i -> columns.get(i).integers()).count();
        return 2 * integers <= varied.length
                && (names.isEmpty()
                        || !CsvFamilies.runs(names, column, i -> columns.get(i).fractions()));
    }
}
