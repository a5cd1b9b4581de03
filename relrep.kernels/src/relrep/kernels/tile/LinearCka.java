package relrep.kernels.tile;

import relrep.api.run.InvalidInputException;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.Gram;
import relrep.kernels.linear.Rows;

/**
 * Linear centred kernel alignment, {@code ‖YᵀX‖² / (‖XᵀX‖ ‖YᵀY‖)} of centred spaces in Frobenius
 * norms, from cross products of columns: no {@code n × n} matrix. In double.
 *
 * <p>Source: Kornblith et al., Similarity of neural network representations revisited, ICML 2019,
 * equation 4.
 */
public final class LinearCka {
    private LinearCka() {}

    /**
     * Returns the alignment, 0 to 1.
     *
     * @param x {@code n × d}
     * @param y {@code n × m}
     * @throws InvalidInputException when the rows are not paired, or a space is one point
     */
    public static double of(Rows x, Rows y) {
        Rows a = x.minus(x.mean());
        Rows b = y.minus(y.mean());
        double cross = squares(Gram.of(a, b));
        double within = Math.sqrt(squares(Gram.of(a)) * squares(Gram.of(b)));
        if (within == 0) {
            throw new InvalidInputException(
                    "the rows of both spaces must differ, but those of %s are all equal"
                            .formatted(Gram.squares(a) == 0 ? "the first" : "the second"));
        }
        return cross / within;
    }

    private static double squares(DoubleMatrix matrix) {
        double sum = 0;
        for (double value : matrix.toArray()) {
            sum += value * value;
        }
        return sum;
    }
}
