package relrep.runtime.folder;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import relrep.api.experiment.Row;
import relrep.api.file.SpreadsheetText;
import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The results of a finished run, read from its folder.
 *
 * @param rows the rows of {@code results.csv}, without values per sample
 * @param failures the rows of {@code failures.csv}
 * @param summary the text of {@code summary.md}, or empty
 */
public record FinishedRun(List<Row> rows, List<Map<String, String>> failures, String summary) {
    private static final float[] NO_SAMPLES = {};

    /** Copies the lists. */
    public FinishedRun {
        rows = List.copyOf(rows);
        failures = List.copyOf(failures);
    }

    /**
     * Reads a folder; empty if it holds no finished run of this experiment.
     *
     * @param experiment its name
     * @param definition the digest of the experiment as run
     * @throws InvalidInputException when it holds one but a file cannot be read
     */
    public static Optional<FinishedRun> in(Path folder, String experiment, String definition) {
        try {
            boolean same =
                    Files.isDirectory(folder)
                            && Provenance.read(folder)
                                    .filter(Provenance.Found::finished)
                                    .filter(found -> found.experiment().equals(experiment))
                                    .filter(found -> found.definition().equals(definition))
                                    .isPresent();
            return same ? Optional.of(read(folder)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new InvalidInputException(
                    "the files of a finished run must be readable, and in %s one is not: %s"
                            .formatted(folder, unreadable.getMessage()),
                    unreadable);
        }
    }

    private static FinishedRun read(Path folder) throws IOException {
        List<Row> rows = new ArrayList<>();
        each(folder.resolve("results.csv"), factors -> rows.add(row(factors)));
        List<Map<String, String>> failures = new ArrayList<>();
        each(folder.resolve("failures.csv"), failures::add);
        return new FinishedRun(rows, failures, text(folder.resolve("summary.md")));
    }

    private static Row row(Map<String, String> record) {
        Map<String, String> factors = new LinkedHashMap<>(record);
        String metric = factors.remove("metric");
        String value = factors.remove("value");
        double number = value.isEmpty() ? Double.NaN : Double.parseDouble(value);
        return new Row(factors, metric, number, NO_SAMPLES);
    }

    private static void each(Path file, Consumer<Map<String, String>> record) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            csv.forEach(each -> record.accept(texts(each.getFieldsAsMap())));
        }
    }

    private static Map<String, String> texts(Map<String, String> cells) {
        Map<String, String> texts = new LinkedHashMap<>();
        cells.forEach(
                (column, cell) ->
                        texts.put(SpreadsheetText.read(column), SpreadsheetText.read(cell)));
        return texts;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException nobodyWroteOne) {
            return "";
        }
    }
}
