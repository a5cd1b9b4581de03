package relrep.vectors.file;

import relrep.api.data.Labels;
import relrep.api.file.VectorFile;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the classes of rows from a list of whole numbers or of words. */
public final class LabelFile {
    private LabelFile() {}

    /**
     * Returns one label per row. Classes are numbered in rising order of their numbers or names.
     *
     * @param rows the number of rows
     * @throws InvalidInputException when the number of labels differs, or the file is not a list
     */
    public static Labels read(String written, long rows, VectorFiles files, Run run) {
        try (VectorFile file = files.open(written, run)) {
            return of(file, rows, written);
        }
    }

    static Labels of(VectorFile file, long rows, String written) {
        if (file.content() == VectorFile.Content.VECTORS || file.rows() != rows) {
            throw InvalidInputException.of(
                    "labels",
                    "must be a list of %d whole numbers or words, one a row, and %s has %d %s"
                            .formatted(
                                    rows,
                                    written,
                                    file.rows(),
                                    file.content() == VectorFile.Content.VECTORS
                                            ? "vectors"
                                            : "of them"));
        }
        if (file.content() == VectorFile.Content.KEYS) {
            List<String> words = file.keys();
            List<String> classes = words.stream().distinct().sorted().toList();
            Map<String, Integer> numbers = new HashMap<>();
            classes.forEach(word -> numbers.put(word, numbers.size()));
            return Labels.of(classes, words.stream().mapToInt(numbers::get).toArray());
        }
        long[] numbers = file.integers();
        long[] classes = Arrays.stream(numbers).distinct().sorted().toArray();
        return Labels.of(
                Arrays.stream(classes).mapToObj(Long::toString).toList(),
                Arrays.stream(numbers)
                        .mapToInt(number -> Arrays.binarySearch(classes, number))
                        .toArray());
    }
}
