package relrep.formats;

import relrep.api.file.SpreadsheetText;
import relrep.api.file.VectorFile;

import java.nio.file.Path;
import java.util.List;

/** Reads the rows of a table of text. */
final class CsvRows implements RowReader {
    private final CsvRecords records;
    private final CsvLayout layout;

    CsvRows(Path file, CsvLayout layout) {
        this.records = new CsvRecords(file, layout.separator());
        this.layout = layout;
        for (int i = 0; i < layout.start().skipped(); i++) {
            records.next();
        }
    }

    @Override
    public String next(long row, float[] into, int at) {
        List<String> fields = fields(row);
        if (layout.values() >= 0) {
            return value(fields);
        }
        CsvRoles roles = layout.roles();
        if (roles.list() >= 0) {
            list(row, fields.get(roles.list()), into, at);
        }
        int place = at;
        for (int column : roles.coordinates()) {
            String field = fields.get(column);
            into[place] = number(row, place - at, column, field);
            place++;
        }
        return key(fields);
    }

    private void list(long row, String field, float[] into, int at) {
        int width = layout.shape().width();
        boolean list = Cell.of(field, false) == Cell.LIST;
        String[] elements = list ? Cell.elements(field) : new String[0];
        if (elements.length != width || width == 0) {
            throw records.wrong(
                    "a list of %s numbers in row %d, as the first has"
                            .formatted(width == 0 ? "1 or more" : String.valueOf(width), row),
                    list
                            ? elements.length + " in " + CsvRecords.shown(field)
                            : CsvRecords.shown(field));
        }
        for (int i = 0; i < width; i++) {
            into[at + i] = number(row, i, layout.roles().list(), elements[i]);
        }
    }

    @Override
    public String skip(long row) {
        List<String> fields = fields(row);
        return layout.values() >= 0 ? value(fields) : key(fields);
    }

    private List<String> fields(long row) {
        if (!records.next()) {
            throw records.wrong("row " + row, "the end of the file, which was longer before");
        }
        List<String> fields = records.fields();
        if (fields.size() != layout.columns()) {
            throw records.wrong(
                    "%d columns, as the first line has".formatted(layout.columns()),
                    fields.size()
                            + (fields.get(0).startsWith("#")
                                    ? ", in what may be a remark, which can only stand before the"
                                            + " rows; a copy without the line is read"
                                    : ""));
        }
        return fields;
    }

    /** Returns a cell of a list. */
    private String value(List<String> fields) {
        String value = fields.get(layout.values()).strip();
        if (layout.shape().content() == VectorFile.Content.INTEGERS && !Decimal.whole(value)) {
            throw records.wrong("a whole number", CsvRecords.shown(value));
        }
        if (value.isEmpty()) {
            throw records.wrong("a word", "nothing");
        }
        return requireText(value);
    }

    private String key(List<String> fields) {
        return layout.roles().key() < 0 ? "" : requireText(fields.get(layout.roles().key()));
    }

    private String requireText(String key) {
        if (key.indexOf('\0') >= 0) {
            throw records.wrong("a key", "a NUL character in it");
        }
        return SpreadsheetText.read(key);
    }

    private float number(long row, int coordinate, int column, String field) {
        double value = Cell.number(field, layout.decimalComma() && layout.roles().list() < 0);
        float number = (float) value;
        if (!Float.isFinite(number)) {
            List<String> names = layout.start().names();
            throw records.wrong(
                    "a finite number%s in row %d, column %d%s"
                            .formatted(
                                    Double.isNaN(value) ? "" : " within float32",
                                    row,
                                    coordinate,
                                    names.isEmpty()
                                            ? ""
                                            : " (" + CsvRecords.shown(names.get(column)) + ")"),
                    CsvRecords.shown(field) + (row == 0 && names.isEmpty() ? names() : ""));
        }
        return number;
    }

    /** What the record may be rather than a row, where it has no fractions. */
    private String names() {
        boolean names =
                layout.roles().key() < 0
                        && records.fields().stream().map(String::strip).allMatch(CsvRows::name);
        return names ? "; format=csv:header=yes reads it as names of columns" : "";
    }

    private static boolean name(String cell) {
        boolean word = Cell.of(cell, false) == Cell.TEXT && Character.isLetter(cell.codePointAt(0));
        return cell.isEmpty() || word || Decimal.whole(cell);
    }

    @Override
    public void close() {
        records.close();
    }
}
