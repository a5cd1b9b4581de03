package relrep.datasets.vector;

import relrep.api.file.VectorFile.Content;
import relrep.api.run.Run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a table of text is laid out, as one look through all of it tells.
 *
 * @param shape what it holds
 * @param separator what stands between columns
 * @param header whether the first record names the columns
 * @param key the column with the keys, or -1
 * @param columns how many there are
 */
record CsvLayout(ForwardFile.Shape shape, char separator, boolean header, int key, int columns) {
    private static final Set<String> KEY_NAMES = Set.of("", "id", "key", "word", "token", "name");
    private static final String MARK = "\uFEFF";
    private static final long BETWEEN_STEPS = 1 << 12;

    static CsvLayout of(Path file, Csv.Options options, Run run) {
        char separator = separator(file, options.separator());
        try (CsvRecords records = new CsvRecords(file, separator)) {
            List<List<String>> first = new ArrayList<>();
            long count = 0;
            boolean whole = true;
            boolean numbers = true;
            while (records.next()) {
                if (count % BETWEEN_STEPS == 0) {
                    run.step(0, 1);
                }
                count++;
                if (first.size() < 2) {
                    first.add(unmarked(records.fields(), count));
                }
                if (count > 1) {
                    String field = records.fields().get(0);
                    whole &= Decimal.whole(field.strip());
                    numbers &= number(field);
                }
            }
            if (first.isEmpty()) {
                throw records.wrong("a table", "the end of the file");
            }
            boolean header = header(first, options);
            List<String> row = first.get(header && first.size() > 1 ? 1 : 0);
            int columns = first.get(0).size();
            long rows = header ? count - 1 : count;
            if (columns == 1 && options.key().equals("auto")) {
                if (!header) {
                    whole &= Decimal.whole(row.get(0).strip());
                    numbers &= number(row.get(0));
                }
                return list(rows, whole && rows > 0, numbers, separator, header);
            }
            int key = key(records, header ? first.get(0) : null, row, options.key());
            int width = key < 0 ? columns : columns - 1;
            ForwardFile.Shape shape =
                    new ForwardFile.Shape(
                            width == 0 ? Content.KEYS : Content.VECTORS, rows, width, key >= 0);
            return new CsvLayout(shape, separator, header, key, columns);
        }
    }

    private static CsvLayout list(
            long rows, boolean whole, boolean numbers, char separator, boolean header) {
        ForwardFile.Shape shape =
                whole
                        ? new ForwardFile.Shape(Content.INTEGERS, rows, 0, false)
                        : numbers
                                ? new ForwardFile.Shape(Content.VECTORS, rows, 1, false)
                                : new ForwardFile.Shape(Content.KEYS, rows, 0, true);
        return new CsvLayout(shape, separator, header, numbers ? -1 : 0, 1);
    }

    private static List<String> unmarked(List<String> fields, long record) {
        List<String> copy = new ArrayList<>(fields);
        if (record == 1 && copy.get(0).startsWith(MARK)) {
            copy.set(0, copy.get(0).substring(MARK.length()));
        }
        return copy;
    }

    private static boolean number(String field) {
        return !Double.isNaN(Decimal.of(field));
    }

    private static char separator(Path file, Csv.Separator given) {
        if (given != Csv.Separator.AUTO) {
            return given.character();
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.contains(".tsv")) {
            return Csv.Separator.TAB.character();
        }
        try (TextLines lines = TextLines.open(file)) {
            if (!lines.next()) {
                return Csv.Separator.COMMA.character();
            }
            char most = Csv.Separator.COMMA.character();
            for (char other : new char[] {'\t', ';'}) {
                most = count(lines, other) > count(lines, most) ? other : most;
            }
            return most;
        }
    }

    private static int count(TextLines lines, char wanted) {
        int count = 0;
        for (int i = lines.start(); i < lines.end(); i++) {
            count += lines.bytes()[i] == wanted ? 1 : 0;
        }
        return count;
    }

    private static boolean header(List<List<String>> first, Csv.Options options) {
        if (options.header() != Csv.Header.AUTO) {
            return options.header() == Csv.Header.YES;
        }
        List<String> names = first.get(0);
        if (first.size() < 2) {
            return names.stream().noneMatch(CsvLayout::number) && names.size() > 1;
        }
        List<String> row = first.get(1);
        for (int i = 0; i < Math.min(names.size(), row.size()); i++) {
            if (number(row.get(i)) && !number(names.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static int key(
            CsvRecords records, List<String> names, List<String> row, String wanted) {
        if (wanted.equals("none")) {
            return -1;
        }
        if (wanted.equals("auto")) {
            boolean called =
                    names != null
                            && KEY_NAMES.contains(names.get(0).strip().toLowerCase(Locale.ROOT));
            return called || !number(row.get(0)) ? 0 : -1;
        }
        int named = names == null ? -1 : names.indexOf(wanted);
        if (named >= 0) {
            return named;
        }
        if (wanted.matches("\\d{1,6}") && Integer.parseInt(wanted) < row.size()) {
            return Integer.parseInt(wanted);
        }
        throw records.wrong(
                "a column called '%s'".formatted(wanted),
                names == null
                        ? "columns 0 to %d, which have no names".formatted(row.size() - 1)
                        : String.join(", ", names.subList(0, Math.min(8, names.size()))));
    }
}
