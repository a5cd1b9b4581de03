package relrep.vectors.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.run.InvalidInputException;

import java.util.List;
import java.util.stream.IntStream;

/** Tests classes of rows from lists of words and of whole numbers. */
class LabelFileTest {
    /** A list of words as a file. */
    private record Words(List<String> all) implements VectorFile {
        @Override
        public Content content() {
            return Content.KEYS;
        }

        @Override
        public long rows() {
            return all.size();
        }

        @Override
        public int width() {
            return 0;
        }

        @Override
        public boolean keyed() {
            return true;
        }

        @Override
        public VectorBlock read(long from, long to) {
            return new VectorBlock(
                    Matrix.of((int) (to - from), 0), all.subList((int) from, (int) to));
        }

        @Override
        public long[] integers() {
            throw new InvalidInputException("there are words");
        }

        @Override
        public void close() {}
    }

    @Test
    void numbersClassesInTheOrderOfTheirNames() {
        Labels words = LabelFile.of(new Words(List.of("owl", "cat", "owl")), 3, "x");
        assertEquals(Labels.of(List.of("cat", "owl"), 1, 0, 1), words);
        Labels numbers = LabelFile.of(MemoryFile.ofIntegers(10, 9, 10), 3, "x");
        assertEquals(Labels.of(List.of("9", "10"), 1, 0, 1), numbers);
    }

    /** As many words as rows; what passes all classes for each row would take minutes. */
    @Test
    void numbersAsManyClassesAsRows() {
        int n = 300_000;
        List<String> words =
                IntStream.range(0, n).mapToObj(i -> "%06d".formatted(n - 1 - i)).toList();
        Labels labels = LabelFile.of(new Words(words), n, "x");
        assertEquals(n, labels.classes().size());
        assertEquals(n - 1, labels.get(0));
        assertEquals(0, labels.get(n - 1));
    }

    @Test
    void refusesAnotherNumberOfRows() {
        Exception refused =
                assertThrows(
                        InvalidInputException.class,
                        () -> LabelFile.of(new Words(List.of("a")), 2, "labels.txt"));
        assertEquals(
                "labels must be a list of 2 whole numbers or words, one a row, and labels.txt has"
                        + " 1 of them",
                refused.getMessage());
    }
}
