package relrep.vectors.sample;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import relrep.api.data.Inputs;
import relrep.api.data.Samples;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.files.TextFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A column of texts in a table with names of columns: CSV, or TSV by the file's ending. */
final class TextTable {
    private TextTable() {}

    /**
     * Reads the texts, and their keys if a column has them.
     *
     * @throws InvalidInputException when a column is missing, a key comes twice, or the file is not
     *     a table in UTF-8
     */
    static Samples read(Path path, String text, Optional<String> key, Run run) {
        List<String> texts = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        Map<String, Long> lines = new HashMap<>();
        boolean tabs = path.getFileName().toString().matches("(?i).*\\.tsv(\\.gz)?");
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(tabs ? '\t' : ',')
                        .ofNamedCsvRecord(TextFile.read(path, StandardCharsets.UTF_8).text())) {
            for (NamedCsvRecord row : reader) {
                texts.add(field(path, row, text));
                if (key.isPresent()) {
                    String own = field(path, row, key.get());
                    Long before = lines.put(own, row.getStartingLineNumber());
                    if (before != null) {
                        throw new InvalidInputException(
                                "%s: keys must differ, but '%s' is in line %d and in line %d"
                                        .formatted(path, own, before, row.getStartingLineNumber()));
                    }
                    keys.add(own);
                }
            }
        } catch (IOException | CsvParseException broken) {
            throw new InvalidInputException(
                    "%s must be a table with names of columns, but is not: %s"
                            .formatted(path, broken.getMessage()),
                    broken);
        }
        if (texts.isEmpty()) {
            throw new InvalidInputException(
                    "%s must have at least one row below the names of columns".formatted(path));
        }
        TextLines.noteEmpty(path, texts, run);
        Samples samples = new Samples(Inputs.of(texts), Optional.empty(), Optional.empty());
        return key.isPresent() ? samples.keyed(keys) : samples;
    }

    private static String field(Path path, NamedCsvRecord row, String column) {
        return row.findField(column)
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        "%s, line %d: there must be a column '%s', there are %s"
                                                .formatted(
                                                        path,
                                                        row.getStartingLineNumber(),
                                                        column,
                                                        String.join(", ", row.getHeader()))));
    }
}
