package relrep.text.dataset;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import relrep.files.TextFile;

import java.util.ArrayList;
import java.util.List;

/** Reads reviews with one to five stars; class 0 is one star. */
final class StarTable {
    private static final List<String> STARS = List.of("1", "2", "3", "4", "5");

    private StarTable() {}

    /** Reads a table with the columns {@code text} and {@code star}. */
    static LabelledTexts ofCsv(TextFile file) {
        List<String> texts = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        try {
            for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(file.text())) {
                long line = row.getStartingLineNumber();
                if (!row.getHeader().containsAll(List.of("text", "star"))) {
                    throw file.wrong(
                            1, "the columns index, text and star", row.getHeader().toString());
                }
                texts.add(row.findField("text").orElse(""));
                labels.add(label(file, line, row.findField("star").orElse("")));
            }
        } catch (CsvParseException e) {
            throw file.wrong(
                    file.lines().size(), "comma-separated values", "damage: " + e.getMessage());
        }
        return LabelledTexts.of(texts, labels);
    }

    /** Reads one object a line, with {@code stars}, {@code review_title}, {@code review_body}. */
    static LabelledTexts ofJson(TextFile file) {
        List<String> texts = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            JsonObject review = object(file, i + 1, lines.get(i));
            labels.add(label(file, i + 1, member(review, "stars")));
            String title = member(review, "review_title");
            String body = member(review, "review_body");
            texts.add(title.isBlank() ? body : title + " " + body);
        }
        return LabelledTexts.of(texts, labels);
    }

    private static JsonObject object(TextFile file, int line, String text) {
        try {
            if (JsonParser.parseString(text) instanceof JsonObject review) {
                return review;
            }
        } catch (JsonParseException e) {
            throw file.wrong(line, "a review as a JSON object", TextFile.quoted(text));
        }
        throw file.wrong(line, "a review as a JSON object", TextFile.quoted(text));
    }

    private static String member(JsonObject review, String name) {
        return review.get(name) instanceof JsonPrimitive value ? value.getAsString() : "";
    }

    private static int label(TextFile file, long line, String written) {
        int label = STARS.indexOf(written.strip());
        if (label < 0) {
            throw file.wrong(line, "1 to 5 stars", TextFile.quoted(written));
        }
        return label;
    }
}
