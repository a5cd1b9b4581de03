package relrep.text.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import relrep.api.data.DataPlaces;
import relrep.api.data.Split;
import relrep.api.run.Run;
import relrep.files.TextFile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A set in tables of comma-separated values: the number of the class from 1, a title, a text. It
 * reads the set's own two tables, or else one slice of which every fifth row is the test part.
 *
 * @param set the name and the classes
 * @param slice the names of a slice, without {@code .gz}
 * @param example of such a name
 * @param site where the whole set is
 * @param lineBreak the character that stands for a line break in the tables, if there is one
 */
record TopicTable(
        TextSet set, Pattern slice, String example, String site, Optional<Character> lineBreak) {
    private static final int TEST_EVERY = 5;

    Split load(TextOptions options, DataPlaces places, Run run) {
        TextFiles files = TextFiles.local(set.name(), places, run);
        Optional<TextFile> train = files.unpublished(List.of("train.csv", "train.csv.gz"));
        if (train.isPresent()) {
            return set.split(
                    texts(train.get()),
                    () -> texts(files.published("test.csv", "it is beside train.csv at " + site)),
                    options,
                    files.checksums(),
                    run);
        }
        LabelledTexts all =
                texts(
                        files.slice(slice)
                                .orElseThrow(
                                        () ->
                                                files.missing(
                                                        "train.csv and test.csv",
                                                        "nor is a slice such as %s; the set is at %s; put it there, or into DIR/%s with data=DIR or RELREP_DATA=DIR"
                                                                .formatted(
                                                                        example,
                                                                        site,
                                                                        set.name()))));
        run.note(
                "'%s' is a slice of %d samples: every fifth of them is the test part"
                        .formatted(set.name(), all.size()));
        return set.split(
                all.butEvery(TEST_EVERY),
                () -> all.every(TEST_EVERY),
                options,
                files.checksums(),
                run);
    }

    /** Returns one sentence: the needed files and where they come from. */
    List<String> needs() {
        return List.of(
                "%s/ with train.csv and test.csv (each packed or not) from %s, or a slice such as %s that a SHA256SUMS lists"
                        .formatted(set.name(), site, example));
    }

    private LabelledTexts texts(TextFile file) {
        List<String> texts = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        try {
            for (CsvRecord row : CsvReader.builder().ofCsvRecord(file.text())) {
                if (row.getFieldCount() != 3) {
                    throw file.wrong(
                            row.getStartingLineNumber(),
                            "a class, a title and a text",
                            row.getFieldCount() + " cells");
                }
                labels.add(label(file, row));
                texts.add(text(row.getField(1), row.getField(2)));
            }
        } catch (CsvParseException e) {
            throw file.wrong(
                    file.lines().size(), "comma-separated values", "damage: " + e.getMessage());
        }
        return LabelledTexts.of(texts, labels);
    }

    private int label(TextFile file, CsvRecord row) {
        String written = row.getField(0);
        for (int i = 0; i < set.classes().size(); i++) {
            if (written.equals(String.valueOf(i + 1))) {
                return i;
            }
        }
        throw file.wrong(
                row.getStartingLineNumber(),
                "a class of 1 to " + set.classes().size(),
                TextFile.quoted(written));
    }

    private String text(String title, String content) {
        String both = title.isBlank() ? content : title + " " + content;
        return lineBreak.isPresent() ? both.replace(lineBreak.get(), ' ') : both;
    }
}
