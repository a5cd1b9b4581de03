package relrep.kernels.tile;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.Gram;
import relrep.kernels.linear.MatrixRows;

import java.util.Arrays;

/**
 * Linear centred kernel alignment, {@code ‖YᵀX‖² / (‖XᵀX‖ ‖YᵀY‖)} of centred spaces in Frobenius
 * norms, computed from cross products of columns without an {@code n × n} matrix.
 *
 * <p>Source: Kornblith et al., Similarity of neural network representations revisited, ICML 2019,
 * equation 4.
 */
public final class LinearCka {
    /** The range of a row's square in which float32 products neither round to 0 nor overflow. */
    private static final double SMALL = 0x1p-60;

    private static final double LARGE = 0x1p60;

    private LinearCka() {}

    /**
     * Returns the alignment, 0 to 1; blocks of rows are multiplied in float32 and added in double.
     * If the squares are outside the range of float32, everything is recomputed in double.
     *
     * @param x {@code n × d}
     * @param y {@code n × m}
     * @throws InvalidInputException when the rows are not paired, or a space is one point
     */
    public static double of(Matrix x, Matrix y, Run run) {
        return of(x, y, run, Workers.all());
    }

    static double of(Matrix x, Matrix y, Run run, Workers workers) {
        if (x.rows() != y.rows()) {
            throw new InvalidInputException(
                    "paired rows must be equally many, not %d and %d"
                            .formatted(x.rows(), y.rows()));
        }
        double[] squares = CrossProducts.squares(x, y, run, workers);
        if (!held(squares[1], x.rows()) || !held(squares[2], x.rows())) {
            requireSpread(x, "the first", workers);
            requireSpread(y, "the second", workers);
            return of(MatrixRows.of(x), MatrixRows.of(y));
        }
        return ratio(squares[0], squares[1], squares[2]);
    }

    /**
     * Returns whether the products of a space were within the range of float32.
     *
     * @param square {@code ‖XᵀX‖²}
     */
    private static boolean held(double square, int n) {
        double perRow = Math.sqrt(square) / n;
        return perRow > SMALL && perRow < LARGE;
    }

    private static void requireSpread(Matrix matrix, String which, Workers workers) {
        double[] variance = Moments.of(matrix, workers).variance();
        if (Arrays.stream(variance).allMatch(value -> value == 0)) {
            throw equal(which);
        }
    }

    private static InvalidInputException equal(String which) {
        return new InvalidInputException(
                "the rows of both spaces must differ, but those of %s are all equal"
                        .formatted(which));
    }

    /** Returns the alignment, all in double: for small spaces. */
    public static double of(MatrixRows x, MatrixRows y) {
        MatrixRows a = x.minus(x.mean());
        MatrixRows b = y.minus(y.mean());
        return ratio(squares(Gram.of(a, b)), squares(Gram.of(a)), squares(Gram.of(b)));
    }

    private static double ratio(double cross, double first, double second) {
        if (first == 0 || second == 0) {
            throw equal(first == 0 ? "the first" : "the second");
        }
        double norms = first * second;
        return norms > Double.MIN_NORMAL && norms < Double.MAX_VALUE
                ? cross / Math.sqrt(norms)
                : cross / Math.sqrt(first) / Math.sqrt(second);
    }

    private static double squares(DoubleMatrix matrix) {
        double sum = 0;
        for (double value : matrix.toArray()) {
            sum += value * value;
        }
        return sum;
    }
}
