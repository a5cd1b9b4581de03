package relrep.models.layer;

import java.util.random.RandomGenerator;

/**
 * A tensor of a layer with its initial distribution: uniform within {@code start ± bound}.
 *
 * @param name unique in its layer
 * @param rows rows
 * @param cols columns
 * @param start the centre
 * @param bound half the width; 0 for a constant
 */
public record Parameter(String name, int rows, int cols, float start, float bound) {
    /**
     * Returns a tensor that is initially uniform within {@code ± 1/√fanIn}, by LeCun et al.,
     * Efficient BackProp (1998).
     *
     * @param fanIn the number of values in one output's sum
     */
    static Parameter spread(String name, int rows, int cols, int fanIn) {
        return new Parameter(name, rows, cols, 0f, (float) (1 / Math.sqrt(fanIn)));
    }

    /** Returns a row that is initially constant. */
    static Parameter constant(String name, int cols, float value) {
        return new Parameter(name, 1, cols, value, 0f);
    }

    /** Returns the number of values. */
    public int size() {
        return rows * cols;
    }

    /** Writes the initial values. */
    void begin(float[] values, int at, RandomGenerator random) {
        for (int i = at; i < at + size(); i++) {
            values[i] = bound == 0 ? start : start + bound * (2 * random.nextFloat() - 1);
        }
    }
}
