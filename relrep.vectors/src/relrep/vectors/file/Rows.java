package relrep.vectors.file;

import relrep.api.data.Matrix;
import relrep.api.file.VectorFile;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Reads rows of a file into memory, block by block. */
public final class Rows {
    private static final int BLOCK_FLOATS = 1 << 20;

    private Rows() {}

    /** Returns the number of rows in a block: about 4 MiB. */
    public static int perBlock(int width) {
        return Math.max(1, BLOCK_FLOATS / Math.max(1, width));
    }

    /**
     * Returns all vectors of a file.
     *
     * @throws InvalidInputException when the file holds none, or more than a matrix can hold
     */
    public static Matrix all(VectorFile file, String name, Run run) {
        requireVectors(file, name);
        int rows = requireCount(file.rows(), name);
        return Matrix.filled(
                rows,
                file.width(),
                memory -> {
                    int block = perBlock(file.width());
                    for (int from = 0; from < rows; from += block) {
                        run.step(from, rows);
                        int to = Math.min(rows, from + block);
                        memory.put(file.read(from, to).vectors().buffer());
                    }
                });
    }

    /**
     * Returns some vectors of a file. They are read in the order of the file.
     *
     * @param numbers row numbers from 0, in the order of the result; repetitions are allowed
     * @throws InvalidInputException when the file holds no vectors, or a row does not exist
     */
    public static Matrix some(VectorFile file, String name, int[] numbers, Run run) {
        requireVectors(file, name);
        for (int number : numbers) {
            if (number < 0 || number >= file.rows()) {
                throw new InvalidInputException(
                        "rows of %s must be 0 to %d, not %d"
                                .formatted(name, file.rows() - 1, number));
            }
        }
        int[] order =
                IntStream.range(0, numbers.length)
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> numbers[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int[] sorted = Arrays.stream(order).map(i -> numbers[i]).toArray();
        return Matrix.filled(
                numbers.length,
                file.width(),
                memory -> {
                    int done = 0;
                    while (done < sorted.length) {
                        run.step(done, sorted.length);
                        done += block(file, order, sorted, done, memory);
                    }
                });
    }

    /** Copies the wanted rows of one block, and returns their number. */
    private static int block(
            VectorFile file, int[] order, int[] sorted, int done, FloatBuffer memory) {
        int d = file.width();
        int from = sorted[done];
        int end = done;
        while (end < sorted.length && sorted[end] < from + (long) perBlock(d)) {
            end++;
        }
        FloatBuffer values = file.read(from, sorted[end - 1] + 1L).vectors().buffer();
        for (int i = done; i < end; i++) {
            memory.put(order[i] * d, values, (sorted[i] - from) * d, d);
        }
        return end - done;
    }

    /** Throws if a file holds no vectors. */
    public static void requireVectors(VectorFile file, String name) {
        if (file.content() != VectorFile.Content.VECTORS) {
            throw new InvalidInputException(
                    "%s must hold vectors, but it is a list of %d %s"
                            .formatted(
                                    name,
                                    file.rows(),
                                    file.content() == VectorFile.Content.KEYS
                                            ? "words"
                                            : "whole numbers"));
        }
    }

    static int requireCount(long rows, String name) {
        if (rows > Integer.MAX_VALUE - 8) {
            throw new InvalidInputException(
                    "%s must have at most %d rows to be in memory at once, not %d"
                            .formatted(name, Integer.MAX_VALUE - 8, rows));
        }
        return (int) rows;
    }
}
