package relrep.vectors.sample;

import relrep.api.data.Inputs;
import relrep.api.data.Samples;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.files.TextFile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Texts of a file in UTF-8, one a line, packed with gzip or not. */
final class TextLines {
    private TextLines() {}

    /**
     * Reads the texts. An empty line is an empty text; they are counted in a note.
     *
     * @throws InvalidInputException when the file is empty, or not in UTF-8
     */
    static Samples read(Path path, Run run) {
        List<String> texts = TextFile.read(path, StandardCharsets.UTF_8).lines();
        if (texts.isEmpty()) {
            throw new InvalidInputException(
                    "%s must have at least one line of text, and is empty".formatted(path));
        }
        noteEmpty(path, texts, run);
        return new Samples(Inputs.of(texts), Optional.empty(), Optional.empty());
    }

    static void noteEmpty(Path path, List<String> texts, Run run) {
        long empty = texts.stream().filter(String::isBlank).count();
        if (empty > 0) {
            run.note("%d of the %d texts of %s are empty".formatted(empty, texts.size(), path));
        }
    }
}
