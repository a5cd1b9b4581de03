package relrep.metrics.pair;

import relrep.api.data.Matrix;
import relrep.api.data.Space;

import java.util.stream.IntStream;

/**
 * Two spaces of eight points: one a line, the other the numbers 1 to 31 shuffled. Exact in float32.
 */
final class Eight {
    static final Space X = Space.of("x", Matrix.of(8, 4, counted()));
    static final Space Y =
            Space.of(
                    "y",
                    Matrix.of(
                            8, 4, 1, 2, 27, 22, 0, 28, 15, 18, 12, 9, 14, 8, 11, 19, 16, 13, 31, 20,
                            10, 3, 24, 5, 7, 29, 4, 30, 21, 6, 26, 17, 23, 25));

    private Eight() {}

    private static float[] counted() {
        float[] values = new float[32];
        IntStream.range(0, values.length).forEach(i -> values[i] = i);
        return values;
    }
}
