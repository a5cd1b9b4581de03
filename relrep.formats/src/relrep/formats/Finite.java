package relrep.formats;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

import java.nio.FloatBuffer;

/** Checks that every number is finite. */
final class Finite {
    private static final int BLOCK = 1 << 13;
    private static final int MAGNITUDE = 0x7fffffff;
    private static final int INFINITE = 0x7f800000;

    private Finite() {}

    /**
     * Checks some rows of a file.
     *
     * @param first the row number in the file of the first of them
     */
    static void require(Matrix rows, String name, long first) {
        FloatBuffer values = rows.buffer();
        float[] block = new float[Math.min(BLOCK, values.capacity())];
        for (int at = 0; at < values.capacity(); at += block.length) {
            int length = Math.min(block.length, values.capacity() - at);
            values.get(at, block, 0, length);
            int largest = 0;
            for (int i = 0; i < length; i++) {
                largest = Math.max(largest, Float.floatToRawIntBits(block[i]) & MAGNITUDE);
            }
            if (largest >= INFINITE) {
                throw refusal(rows, name, first, at);
            }
        }
    }

    private static InvalidInputException refusal(Matrix rows, String name, long first, int from) {
        FloatBuffer values = rows.buffer();
        int at = from;
        while (Float.isFinite(values.get(at))) {
            at++;
        }
        return new InvalidInputException(
                "%s must have finite numbers, but row %d, column %d is %s"
                        .formatted(
                                name, first + at / rows.cols(), at % rows.cols(), values.get(at)));
    }
}
