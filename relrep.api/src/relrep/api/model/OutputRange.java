package relrep.api.model;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

import java.nio.FloatBuffer;

/**
 * The range of values that a decoder's outputs can have. A sample with values outside cannot be
 * reconstructed exactly: {@link #nearest} is the best possible output.
 *
 * @param low the least of them, or negative infinity
 * @param high the largest of them, or infinity
 */
public record OutputRange(double low, double high) {
    /** All numbers. */
    public static final OutputRange ALL =
            new OutputRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Checks that the low end is not above the high end. */
    public OutputRange {
        if (!(low <= high)) {
            throw new InvalidInputException(
                    "an output range must go from low to high, not from %s to %s"
                            .formatted(low, high));
        }
    }

    /** Returns whether some numbers are outside. */
    public boolean bounded() {
        return low > Double.NEGATIVE_INFINITY || high < Double.POSITIVE_INFINITY;
    }

    /** Returns samples with each value replaced by the nearest number in the range. */
    public Matrix nearest(Matrix samples) {
        return Matrix.filled(
                samples.rows(),
                samples.cols(),
                memory -> {
                    FloatBuffer values = samples.buffer();
                    while (memory.hasRemaining()) {
                        memory.put((float) Math.max(low, Math.min(high, values.get())));
                    }
                });
    }
}
