package relrep.formats;

import java.util.ArrayList;
import java.util.List;

/**
 * The records before the rows of a table of text.
 *
 * @param skipped the number of these records
 * @param names of the columns; empty if the file has none
 * @param hashed whether the names follow a hash, and so cannot be a row
 * @param separated whether the first record gives the separator, as in files for Excel
 * @param doubtful whether the first row may be names: integers at equal distances above fractions
 */
record CsvStart(
        int skipped, List<String> names, boolean hashed, boolean separated, boolean doubtful) {
    private static final String HASH = "#";

    /**
     * Finds the start in the first records.
     *
     * @param header whether one of them has the names
     */
    static CsvStart of(List<List<String>> records, Csv.Header header) {
        boolean separated = records.size() > 1 && separator(records.get(0));
        int remarks = separated ? 1 : 0;
        while (remarks < records.size() && remark(records.get(remarks))) {
            remarks++;
        }
        if (remarks == records.size()) {
            remarks = 0;
        }
        List<String> first = records.get(remarks);
        if (remarks > 0 && remark(records.get(remarks - 1))) {
            List<String> last = unhashed(records.get(remarks - 1), first.size());
            boolean fits = last.size() == first.size();
            boolean alone = first.size() == 1 && Cell.of(first.get(0), false) != Cell.NUMBER;
            if (fits && header != Csv.Header.NO && !alone && CsvNames.header(last)) {
                return new CsvStart(remarks, last, true, separated, false);
            }
            if (fits && alone) {
                remarks = separated ? 1 : 0; // they are words that begin so
                first = records.get(remarks);
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
        List<String> names = new ArrayList<>(named ? first : List.of());
        if (named && one(names, records.subList(remarks + 1, records.size()))) {
            names.add(0, "");
        }
        return new CsvStart(
                named ? remarks + 1 : remarks, List.copyOf(names), false, separated, doubtful);
    }

    /** Whether they are integers at equal distances, but for a first that is no number. */
    private static boolean steps(List<String> record) {
        boolean named = Cell.of(record.get(0), false) != Cell.NUMBER;
        List<String> cells = named ? record.subList(1, record.size()) : record;
        EqualSteps progression = new EqualSteps();
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

    /** Returns whether each row has one cell more than there are names: R names no row names. */
    private static boolean one(List<String> names, List<List<String>> rows) {
        return names.size() > 1
                && !rows.isEmpty()
                && rows.stream().allMatch(row -> row.size() == names.size() + 1);
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

    /** Returns whether a record is the {@code sep=;} that Excel puts first. */
    private static boolean separator(List<String> cells) {
        return cells.get(0).strip().equalsIgnoreCase(CsvDialect.SEPARATOR)
                && cells.stream().skip(1).allMatch(String::isEmpty)
                && cells.size() <= 2;
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
