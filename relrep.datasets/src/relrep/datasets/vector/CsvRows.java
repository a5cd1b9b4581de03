package relrep.datasets.vector;

import java.nio.file.Path;
import java.util.List;

/** The rows of a table of text. */
final class CsvRows implements RowReader {
    private static final String MARK = "\uFEFF";

    private final CsvRecords records;
    private final CsvLayout layout;

    CsvRows(Path file, CsvLayout layout) {
        this.records = new CsvRecords(file, layout.separator());
        this.layout = layout;
        if (layout.header()) {
            records.next();
        }
    }

    @Override
    public String next(long row, float[] into, int at) {
        List<String> fields = fields(row);
        int place = at;
        for (int column = 0; column < fields.size(); column++) {
            if (column != layout.key()) {
                into[place] = number(row, place - at, fields.get(column));
                place++;
            }
        }
        return layout.key() < 0 ? "" : key(fields);
    }

    @Override
    public String skip(long row) {
        List<String> fields = fields(row);
        return layout.columns() == 1
                ? field(fields, 0).strip()
                : layout.key() < 0 ? "" : key(fields);
    }

    private List<String> fields(long row) {
        if (!records.next()) {
            throw records.wrong("row " + row, "the end of the file, which was longer before");
        }
        List<String> fields = records.fields();
        if (fields.size() != layout.columns()) {
            throw records.wrong(
                    "%d columns, as the first line has".formatted(layout.columns()),
                    String.valueOf(fields.size()));
        }
        return fields;
    }

    private String key(List<String> fields) {
        String key = field(fields, layout.key());
        if (key.indexOf('\0') >= 0) {
            throw records.wrong("a key", "a NUL character in it");
        }
        return key;
    }

    /** A field, without the mark that some programs put before a text. */
    private String field(List<String> fields, int column) {
        String field = fields.get(column);
        return records.line() == 1 && column == 0 && field.startsWith(MARK)
                ? field.substring(MARK.length())
                : field;
    }

    private float number(long row, int column, String field) {
        double value = Decimal.of(records.line() == 1 ? field.replace(MARK, "") : field);
        float number = (float) value;
        if (!Float.isFinite(number)) {
            throw records.wrong(
                    "a finite number%s in row %d, column %d"
                            .formatted(Double.isNaN(value) ? "" : " within float32", row, column),
                    CsvRecords.shown(field));
        }
        return number;
    }

    @Override
    public void close() {
        records.close();
    }
}
