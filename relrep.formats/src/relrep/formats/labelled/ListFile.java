package relrep.formats.labelled;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import relrep.api.file.VectorFile;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.files.Reason;
import relrep.files.TextFile;
import relrep.formats.OwnFormats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a list of words or whole numbers, one for each vector: lines, an array of integers, or a
 * table with a column of a known name.
 */
final class ListFile {
    private ListFile() {}

    /**
     * Reads a list.
     *
     * @param what is listed, for messages: {@code labels}
     * @param columns the names that its column may have in a table of several
     * @throws InvalidInputException when the file holds something else
     */
    static NamedRows read(String what, Path file, Set<String> columns, Run run) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.matches(".*\\.[ct]sv(\\.gz)?")) {
            return new NamedRows(what, file, column(what, file, columns, name.contains(".tsv")));
        }
        try (VectorFile list = OwnFormats.open(file, run)) {
            return switch (list.content()) {
                case INTEGERS ->
                        new NamedRows(
                                what,
                                file,
                                Arrays.stream(list.integers()).mapToObj(String::valueOf).toList());
                case KEYS -> new NamedRows(what, file, list.keys());
                case VECTORS ->
                        throw new InvalidInputException(
                                "%s must be words or whole numbers, one for each vector, but %s holds %d × %d decimal numbers"
                                        .formatted(what, file, list.rows(), list.width()));
            };
        }
    }

    private static List<String> column(String what, Path file, Set<String> columns, boolean tabs) {
        List<String> values = new ArrayList<>();
        try (CsvReader<CsvRecord> rows =
                CsvReader.builder()
                        .fieldSeparator(tabs ? '\t' : ',')
                        .ofCsvRecord(TextFile.read(file, StandardCharsets.UTF_8).text())) {
            int column = -1;
            for (CsvRecord row : rows) {
                if (column < 0) {
                    column = columnOf(what, file, row.getFields(), columns);
                    if (!columns.contains(plain(row.getField(column)))) {
                        values.add(row.getField(column));
                    }
                } else if (column < row.getFieldCount()) {
                    values.add(row.getField(column));
                } else {
                    throw new InvalidInputException(
                            "%s, line %d: expected %d columns, found %d"
                                    .formatted(
                                            file,
                                            row.getStartingLineNumber(),
                                            column + 1,
                                            row.getFieldCount()));
                }
            }
        } catch (CsvParseException e) {
            throw new InvalidInputException(
                    "%s must be a table, but is damaged: %s".formatted(file, e.getMessage()), e);
        } catch (IOException e) {
            throw Reason.unreadable(file, e);
        }
        return values;
    }

    private static int columnOf(String what, Path file, List<String> first, Set<String> columns) {
        List<Integer> named = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            if (columns.contains(plain(first.get(i)))) {
                named.add(i);
            }
        }
        if (first.size() > 1 && named.size() != 1) {
            throw new InvalidInputException(
                    "%s must be a table of one column, or with one column called %s, but the columns of %s are %s"
                            .formatted(
                                    what,
                                    String.join(" or ", columns.stream().sorted().toList()),
                                    file,
                                    String.join(", ", first)));
        }
        return named.isEmpty() ? 0 : named.get(0);
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
