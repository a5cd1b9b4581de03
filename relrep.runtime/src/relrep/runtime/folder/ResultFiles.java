package relrep.runtime.folder;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import relrep.api.experiment.Row;
import relrep.api.file.SpreadsheetText;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code results.csv} and {@code samples.csv} while rows come in. Numbers are written in the
 * shortest form that Java reads back as the same number.
 */
final class ResultFiles implements AutoCloseable {
    private final List<String> columns;
    private final Path folder;
    private final CsvWriter results;
    private final CsvWriter samples;
    private long rows;

    /**
     * Starts both files from the beginning.
     *
     * @param columns of {@code results.csv}, {@code metric} and {@code value} among them
     */
    ResultFiles(Path folder, List<String> columns) {
        this.columns = List.copyOf(columns);
        this.folder = folder;
        try {
            results = writer(folder.resolve("results.csv"));
            samples = writer(folder.resolve("samples.csv"));
        } catch (IOException failed) {
            throw Disk.failed(folder.resolve("results.csv"), failed);
        }
        write(
                () -> {
                    results.writeRecord(written(columns));
                    samples.writeRecord("row", "sample", "value");
                });
    }

    static CsvWriter writer(Path file) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
    }

    private void write(Disk.Writing writing) {
        Disk.write(
                folder.resolve("results.csv"),
                () -> {
                    try {
                        writing.run();
                    } catch (UncheckedIOException failed) {
                        throw failed.getCause();
                    }
                    results.flush();
                    samples.flush();
                });
    }

    void add(List<Row> more) {
        write(() -> more.forEach(this::add));
    }

    private void add(Row row) {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            cells.add(
                    switch (column) {
                        case "metric" -> row.metric();
                        case "value" -> number(row.value());
                        default -> row.factors().getOrDefault(column, "");
                    });
        }
        results.writeRecord(written(cells));
        float[] values = row.perSample();
        String number = Long.toString(rows++);
        for (int i = 0; i < values.length; i++) {
            samples.writeRecord(number, Integer.toString(i), number(values[i]));
        }
    }

    /** Escapes cells, so that text from outside cannot start a formula in a spreadsheet. */
    private static List<String> written(List<String> cells) {
        return cells.stream().map(SpreadsheetText::written).toList();
    }

    static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static String number(float value) {
        return Float.isNaN(value) ? "" : Float.toString(value);
    }

    /** Writes a small file: the columns, then the rows. */
    static void table(Path file, List<String> columns, List<Map<String, String>> rows) {
        Disk.write(
                file,
                () -> {
                    try (CsvWriter csv = writer(file)) {
                        csv.writeRecord(written(columns));
                        for (Map<String, String> row : rows) {
                            csv.writeRecord(
                                    written(
                                            columns.stream()
                                                    .map(column -> row.getOrDefault(column, ""))
                                                    .toList()));
                        }
                    }
                });
    }

    @Override
    public void close() {
        Disk.write(
                folder.resolve("results.csv"),
                () -> {
                    results.close();
                    samples.close();
                });
    }
}
