package relrep.formats;

import java.util.ArrayList;
import java.util.List;

/**
 * The records before the rows of a table of text.
 *
 * @param skipped the number of these records
 * @param names of the columns; empty if the file has none
 * @param hashed whether the names follow a hash, and so cannot be a row
 * @param doubtful whether the first row may be names: integers at equal distances above fractions
 */
record CsvStart(int skipped, List<String> names, boolean hashed, boolean doubtful) {
    private static final String HASH = "#";

    /**
     * Finds the start in the first records.
     *
     * @param header whether one of them has the names
     */
    static CsvStart of(List<List<String>> records, Csv.Header header) {
        int remarks = 0;
        while (remarks < records.size() && remark(records.get(remarks))) {
            remarks++;
        }
        if (remarks == records.size()) {
            remarks = 0;
        }
        List<String> first = records.get(remarks);
        if (remarks > 0) {
            List<String> last = unhashed(records.get(remarks - 1), first.size());
            boolean fits = last.size() == first.size();
            boolean alone = first.size() == 1 && Cell.of(first.get(0), false) != Cell.NUMBER;
            if (fits && header != Csv.Header.NO && !alone && CsvNames.header(last)) {
                return new CsvStart(remarks, last, true, false);
            }
            if (fits && alone) {
                remarks = 0; // they are words that begin so
                first = records.get(0);
            }
        }
        boolean named =
                switch (header) {
                    case YES -> true;
                    case NO -> false;
                    case AUTO -> named(first, records.subList(remarks + 1, records.size()));
                };
        boolean doubtful =
                header == Csv.Header.AUTO
                        && !named
                        && steps(first)
                        && fractional(records.subList(remarks + 1, records.size()));
        return new CsvStart(
                named ? remarks + 1 : remarks,
                named ? List.copyOf(first) : List.of(),
                false,
                doubtful);
    }

    /** Whether they are integers at equal distances, but for a first that is no number. */
    private static boolean steps(List<String> record) {
        boolean named = Cell.of(record.get(0), false) != Cell.NUMBER;
        List<String> cells = named ? record.subList(1, record.size()) : record;
        Progression progression = new Progression();
        cells.forEach(cell -> progression.add(Decimal.of(cell)));
        return progression.holds() && progression.integers();
    }

    /** Whether most cells are numbers and no integers. */
    private static boolean fractional(List<List<String>> rows) {
        List<String> cells = rows.stream().flatMap(List::stream).toList();
        long fractions =
                cells.stream()
                        .filter(
                                cell -> {
                                    double value = Decimal.of(cell.replace(',', '.'));
                                    return !Double.isNaN(value) && value != Math.rint(value);
                                })
                        .count();
        return 2 * fractions > cells.size();
    }

    private static boolean named(List<String> first, List<List<String>> others) {
        if (first.size() > 1) {
            return CsvNames.header(first);
        }
        String name = first.get(0);
        boolean numbers =
                !others.isEmpty()
                        && others.stream()
                                .allMatch(
                                        record -> {
                                            Cell kind = Cell.of(record.get(0), false);
                                            return kind == Cell.NUMBER || kind == Cell.LIST;
                                        });
        boolean known = CsvNames.label(name) || CsvNames.key(name) || CsvNames.text(name);
        return Cell.of(name, false) == Cell.TEXT && (numbers || known);
    }

    /**
     * Returns whether a line is a comment. A line with a number is a row whose key begins with a
     * hash, unless the numbers are names.
     */
    private static boolean remark(List<String> cells) {
        if (!cells.get(0).startsWith(HASH)) {
            return false;
        }
        List<String> plain = unhashed(cells, cells.size() - 1);
        boolean numbers = plain.stream().anyMatch(cell -> Cell.of(cell, false) == Cell.NUMBER);
        return !numbers || CsvNames.header(plain);
    }

    /**
     * Returns the names without the hash. If columns are separated by blanks, the hash has a cell
     * of its own, which is removed.
     */
    private static List<String> unhashed(List<String> cells, int wanted) {
        List<String> all = new ArrayList<>(cells);
        all.set(0, all.get(0).substring(HASH.length()).strip());
        if (all.get(0).isEmpty() && all.size() > wanted) {
            all.remove(0);
        }
        return all;
    }

    /** Returns whether the columns have names. */
    boolean named() {
        return !names.isEmpty();
    }
}
