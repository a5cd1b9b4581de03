package relrep.formats;

import relrep.api.file.VectorFile.Content;
import relrep.api.run.Run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The layout of a table of text, detected in one pass over the whole file.
 *
 * @param shape the shape of its content
 * @param separator the separator of columns
 * @param decimalComma whether numbers have a decimal comma
 * @param start the lines before the rows
 * @param columns the number of columns
 * @param roles the roles of the columns
 * @param values the column that is a list of words or whole numbers, or -1
 */
record CsvLayout(
        ForwardFile.Shape shape,
        char separator,
        boolean decimalComma,
        CsvStart start,
        int columns,
        CsvRoles roles,
        int values) {
    private static final int SAMPLE = 64;
    private static final long BETWEEN_STEPS = 1 << 12;

    /**
     * The number of columns up to which all are examined in full. In wider tables, only columns
     * that may not be coordinates are.
     */
    private static final int FEW = 8;

    static CsvLayout of(Path file, Csv.Options options, Run run) {
        char separator = CsvDialect.separator(file, options.separator());
        try (CsvRecords records = new CsvRecords(file, separator)) {
            List<List<String>> sample = new ArrayList<>();
            while (sample.size() < SAMPLE && records.next()) {
                sample.add(records.fields());
            }
            if (sample.isEmpty()) {
                throw records.wrong("a table", "the end of the file");
            }
            boolean comma = decimalComma(options.decimal(), separator, sample);
            CsvStart start = CsvStart.of(sample, options.header());
            List<List<String>> rows = sample.subList(start.skipped(), sample.size());
            int width = start.named() ? start.names().size() : rows.get(0).size();
            List<CsvColumn> columns = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                columns.add(new CsvColumn(comma));
            }
            rows.forEach(row -> count(row, columns));
            long count = rows.size();
            List<CsvColumn> doubtful = doubtful(columns, start);
            while (records.next()) {
                if (++count % BETWEEN_STEPS == 0) {
                    run.step(0, 1);
                }
                count(records.fields(), doubtful);
            }
            List<String> row = rows.isEmpty() ? start.names() : rows.get(0);
            CsvRoles roles =
                    CsvRoles.of(
                            start.names(),
                            row.size() == width ? row : padded(row, width),
                            columns,
                            options,
                            written -> column(records, start.names(), width, written));
            return of(new Table(separator, comma, start, width), roles, columns, count, row);
        }
    }

    private static List<String> padded(List<String> row, int width) {
        List<String> all = new ArrayList<>(row);
        while (all.size() < width) {
            all.add("");
        }
        return all;
    }

    /** The facts known before the columns are examined. */
    private record Table(char separator, boolean comma, CsvStart start, int width) {
        CsvLayout layout(ForwardFile.Shape shape, CsvRoles roles, int values) {
            return new CsvLayout(shape, separator, comma, start, width, roles, values);
        }
    }

    private static CsvLayout of(
            Table table, CsvRoles roles, List<CsvColumn> columns, long count, List<String> row) {
        int single = roles.single();
        int width = roles.coordinates().size();
        if (single >= 0 && columns.get(single).whole()) {
            return table.layout(
                    new ForwardFile.Shape(Content.INTEGERS, count, 0, false), roles, single);
        }
        boolean words =
                single >= 0 && !columns.get(single).numbers() && columns.get(single).words();
        boolean nothing = width == 0 && roles.list() < 0;
        if (words || nothing) {
            int values = words ? single : roles.label() >= 0 ? roles.label() : roles.key();
            boolean whole = values >= 0 && columns.get(values).whole();
            return table.layout(
                    whole && values != roles.key()
                            ? new ForwardFile.Shape(Content.INTEGERS, count, 0, false)
                            : new ForwardFile.Shape(Content.KEYS, count, 0, true),
                    roles,
                    Math.max(0, values));
        }
        int d = roles.list() < 0 ? width : Cell.elements(row.get(roles.list())).length;
        return table.layout(
                new ForwardFile.Shape(Content.VECTORS, count, d, roles.key() >= 0), roles, -1);
    }

    /**
     * Returns the columns that need more than the first rows: those that may not be coordinates.
     */
    private static List<CsvColumn> doubtful(List<CsvColumn> columns, CsvStart start) {
        if (columns.size() <= FEW) {
            return columns;
        }
        Set<Integer> watched = CsvIndexes.watched(start.names(), columns);
        List<CsvColumn> all = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            all.add(i == 0 || watched.contains(i) ? columns.get(i) : null);
        }
        while (all.get(all.size() - 1) == null) {
            all.remove(all.size() - 1);
        }
        return all;
    }

    private static void count(List<String> row, List<CsvColumn> columns) {
        for (int i = 0; i < Math.min(row.size(), columns.size()); i++) {
            if (columns.get(i) != null) {
                columns.get(i).add(row.get(i));
            }
        }
    }

    private static boolean decimalComma(
            Csv.Decimals given, char separator, List<List<String>> sample) {
        if (given != Csv.Decimals.AUTO) {
            return given == Csv.Decimals.COMMA;
        }
        boolean sure = false;
        for (List<String> row : sample) {
            for (String cell : row) {
                if (cell.indexOf('.') >= 0 && Cell.of(cell, false) == Cell.NUMBER) {
                    return false;
                }
                sure |= Cell.decimalComma(cell) && !Cell.thousands(cell);
            }
        }
        return sure && separator != Csv.Separator.COMMA.character();
    }

    private static int column(CsvRecords records, List<String> names, int width, String wanted) {
        int named = names.indexOf(wanted);
        if (named >= 0) {
            return named;
        }
        if (wanted.matches("\\d{1,6}") && Integer.parseInt(wanted) < width) {
            return Integer.parseInt(wanted);
        }
        throw records.wrong(
                "a column called '%s'".formatted(wanted),
                names.isEmpty()
                        ? "columns 0 to %d, which have no names".formatted(width - 1)
                        : String.join(", ", names.subList(0, Math.min(8, names.size()))));
    }
}
