package relrep.formats;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Columns that order the rows of a table rather than describe them: counters, steps, times. What is
 * named as a coordinate is one: a number of a header 0, 1, 2, …, or a name that goes on with its
 * neighbour's, unless it is that of the first column.
 *
 * @param counting columns whose numbers step evenly, unlike the others, and those called an index
 * @param named columns whose names are those of steps or times, or unlike the others' names
 * @param doubtful columns that may be any of these, and are coordinates all the same
 */
record CsvIndexes(Set<Integer> counting, Set<Integer> named, Set<Integer> doubtful) {
    /** In fewer rows a column between others may step evenly by chance. */
    private static final int ENOUGH = 8;

    /**
     * Finds them.
     *
     * @param names of the columns; none where the file has none
     * @param columns what is in them
     * @param open which of them have no other use
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
            } else if (even(i, columns, open) || (!header && alone(i, columns, open))) {
                doubtful.add(i);
            }
        }
        return new CsvIndexes(counting, named, doubtful);
    }

    /** Returns the columns of which more must be seen than the first rows to decide this. */
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
        if (whole.size() == 1) {
            all.addAll(whole);
        }
        return all;
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
        boolean several = first.rows() > 2 || (!named && fractions && first.fromZero());
        return columns.size() > 1 && first.counts() && several && (first.fromZero() || !named);
    }

    /**
     * Whether the numbers of a column step evenly, and most of the others are no integers, unless
     * its own are none either.
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

    /** The columns of numbers that do not step evenly. */
    private static int[] others(List<CsvColumn> columns, IntPredicate open) {
        return IntStream.range(0, columns.size())
                .filter(open)
                .filter(i -> !columns.get(i).steps() && !columns.get(i).words())
                .toArray();
    }

    /** Whether a column steps evenly, and others do not. */
    private static boolean even(int column, List<CsvColumn> columns, IntPredicate open) {
        return columns.get(column).steps() && others(columns, open).length > 0;
    }

    /** Whether a column has whole numbers, and is the only one. */
    private static boolean alone(int column, List<CsvColumn> columns, IntPredicate open) {
        CsvColumn own = columns.get(column);
        return own.whole()
                && own.rows() > 2
                && !own.constant()
                && columns.size() > 1
                && IntStream.range(0, columns.size())
                        .filter(open)
                        .allMatch(i -> i == column || !columns.get(i).whole());
    }
}
