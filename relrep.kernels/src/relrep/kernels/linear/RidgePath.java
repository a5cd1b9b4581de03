package relrep.kernels.linear;

import java.util.Arrays;

/**
 * Ridge regression of <i>Y</i> on <i>X</i> for all penalties λ at once: the residual and the
 * degrees of freedom of the minimum of {@code ‖XW - Y‖² + λ‖W‖²}. They come from one
 * eigendecomposition of the smaller of {@code XᵀX} and {@code XXᵀ}.
 *
 * <p>The penalty of generalised cross-validation minimises {@code ‖XW - Y‖² / (n - df)²}: Golub,
 * Heath &amp; Wahba, Generalized cross-validation as a method for choosing a good ridge parameter,
 * 1979. It is searched between 1e-9 and 1e3 times the largest eigenvalue, so that it scales with
 * the square of the unit of <i>X</i>.
 */
public final class RidgePath {
    private static final double LEAST = 1e-9;
    private static final double MOST = 1e3;
    private static final int STEPS = 48;
    private static final int REFINEMENTS = 40;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final double[] squares;
    private final double[] explained;
    private final double beyond;
    private final int freedom;

    private RidgePath(double[] squares, double[] explained, double beyond, int freedom) {
        this.squares = squares;
        this.explained = explained;
        this.beyond = beyond;
        this.freedom = freedom;
    }

    /**
     * Decomposes the rows.
     *
     * @param x <i>n</i> × <i>d</i>; centred if there is an intercept
     * @param y <i>n</i> × <i>m</i>; centred if there is an intercept
     * @param intercept whether there is one, which takes a degree of freedom
     * @param tolerance singular values of <i>X</i> below this share of the largest count as zero
     * @throws relrep.api.run.InvalidInputException when the numbers of rows differ
     * @throws ArithmeticException when a value is not finite
     */
    public static RidgePath of(MatrixRows x, MatrixRows y, boolean intercept, double tolerance) {
        Blocks.requirePaired(x, y);
        boolean tall = x.rows() >= x.cols();
        SymmetricEigen eigen;
        DoubleMatrix turned;
        if (tall) {
            Gram.Both sums = Gram.both(x, y);
            eigen = SymmetricEigen.of(sums.square());
            turned = eigen.vectors().times(sums.cross());
        } else {
            DoubleMatrix rows = x.toMatrix();
            eigen = SymmetricEigen.of(rows.timesTranspose(rows));
            turned = eigen.vectors().times(y.toMatrix());
        }
        int rank = new Spectrum(eigen.values()).extent(tolerance).rank();
        double[] squares = Arrays.copyOf(eigen.values(), rank);
        double[] explained = new double[rank];
        double all = Gram.squares(y);
        for (int j = 0; j < rank; j++) {
            double sum = Arrays.stream(turned.row(j)).map(value -> value * value).sum();
            explained[j] = tall ? sum / squares[j] : sum;
        }
        int freedom = x.rows() - (intercept ? 1 : 0);
        double beyond = Math.max(0, all - Arrays.stream(explained).sum());
        return new RidgePath(squares, explained, freedom > rank ? beyond : 0, freedom);
    }

    /** Returns the number of directions of <i>X</i> that count. */
    public int rank() {
        return squares.length;
    }

    /** Returns the largest squared singular value of <i>X</i>, 0 if there is none. */
    public double largest() {
        return rank() == 0 ? 0 : squares[0];
    }

    /** Returns the smallest squared singular value of <i>X</i> that counts, 0 if none counts. */
    public double smallest() {
        return rank() == 0 ? 0 : squares[rank() - 1];
    }

    /**
     * Returns the degrees of freedom of the weights of one target coordinate, the trace of the map
     * from <i>Y</i> to its fit: the rank without a penalty, less with one.
     *
     * @param penalty λ ≥ 0
     */
    public double degreesOfFreedom(double penalty) {
        return Arrays.stream(squares).map(square -> square / (square + penalty)).sum();
    }

    /** Returns {@code ‖XW - Y‖² / (n - df)²} under a penalty above 0. */
    double crossValidation(double penalty) {
        double left = beyond;
        double free = Math.max(0, freedom - rank());
        for (int j = 0; j < rank(); j++) {
            double kept = penalty / (squares[j] + penalty);
            left += explained[j] * kept * kept;
            free += kept;
        }
        return left / (free * free);
    }

    /** Returns the penalty of generalised cross-validation; 0 if no direction counts. */
    public double chosen() {
        if (rank() == 0) {
            return 0;
        }
        double first = Math.log(LEAST);
        double step = (Math.log(MOST) - first) / STEPS;
        int best = 0;
        for (int i = 1; i <= STEPS; i++) {
            if (at(first + i * step) < at(first + best * step)) {
                best = i;
            }
        }
        return Math.exp(
                        refined(
                                first + Math.max(0, best - 1) * step,
                                first + Math.min(STEPS, best + 1) * step))
                * largest();
    }

    private double at(double logarithm) {
        return crossValidation(Math.exp(logarithm) * largest());
    }

    /** Refines the minimum by golden section search. */
    private double refined(double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < REFINEMENTS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (at(left) <= at(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return (low + high) / 2;
    }
}
