package relrep.formats.words;

import relrep.api.data.Matrix;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.formats.OwnFormats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The vectors of one file by their words. If a word occurs twice, the first vector is used.
 *
 * @param places the row of each word, in the order of the file
 * @param vectors all rows
 */
record WordSpace(Map<String, Integer> places, Matrix vectors) {
    private static final int BLOCK = 1024;

    static WordSpace read(Path file, Run run) {
        try (VectorFile open = OwnFormats.open(file, run)) {
            if (open.content() != VectorFile.Content.VECTORS || !open.keyed()) {
                throw new InvalidInputException(
                        "%s must hold a vector for each word, but holds %s"
                                .formatted(
                                        file,
                                        open.content() == VectorFile.Content.VECTORS
                                                ? "vectors without words"
                                                : "a list"));
            }
            int rows = Math.toIntExact(open.rows());
            List<String> words = new ArrayList<>();
            Matrix vectors =
                    Matrix.filled(
                            rows,
                            open.width(),
                            memory -> {
                                for (int from = 0; from < rows; from += BLOCK) {
                                    run.step(from, rows);
                                    VectorBlock block =
                                            open.read(from, Math.min(rows, from + BLOCK));
                                    words.addAll(block.keys());
                                    memory.put(block.vectors().buffer());
                                }
                            });
            Map<String, Integer> places = new LinkedHashMap<>();
            for (int i = 0; i < rows; i++) {
                places.putIfAbsent(words.get(i), i);
            }
            return new WordSpace(places, vectors);
        }
    }

    Collection<String> words() {
        return places.keySet();
    }

    boolean has(String word) {
        return places.containsKey(word);
    }

    float[] vector(String word) {
        return vectors.row(places.get(word));
    }
}
