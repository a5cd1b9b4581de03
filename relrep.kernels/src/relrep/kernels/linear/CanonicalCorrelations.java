package relrep.kernels.linear;

import java.util.Arrays;

/**
 * The canonical correlations of the columns of two spaces: the cosines of the principal angles
 * between what the centred columns span, each space first cut down to its leading singular
 * directions where that is wanted. From the triangular factor of {@code [X Y]}, in double; no Gram
 * matrix, so small directions keep their digits. Memory: {@code (d + m)²} a few times.
 *
 * <p>Source: Björck and Golub, Numerical methods for computing angles between linear subspaces,
 * 1973.
 *
 * @param values the correlations, largest first, 0 to 1; as many as the smaller rank
 * @param weights for each, how much of the left space it stands for: the sum over the columns of
 *     <i>X</i> of their absolute inner products with the left canonical vector, as projection
 *     weighted correlations have it (Morcos et al., NeurIPS 2018)
 * @param left how many directions <i>X</i> has, and how many of them were taken
 * @param right the same of <i>Y</i>
 */
@SuppressWarnings("ArrayRecordComponent") // a decomposition, never compared
public record CanonicalCorrelations(
        double[] values, double[] weights, Directions left, Directions right) {
    /**
     * The directions of a space.
     *
     * @param rank how many there are
     * @param taken how many were taken
     */
    public record Directions(int rank, int taken) {}

    /** How many of a space's directions are taken. */
    @FunctionalInterface
    public interface Cut {
        /**
         * Returns how many to take.
         *
         * @param values the singular values that count as other than zero, largest first
         */
        int of(double... values);

        /** Takes all that there are. */
        static Cut none() {
            return values -> values.length;
        }
    }

    /**
     * Returns the correlations; none where a space is one point.
     *
     * @param x {@code n × d}
     * @param y {@code n × m}
     * @param standardise whether each column is divided by its standard deviation first, which
     *     matters to the cut
     * @param cut of each space
     * @throws relrep.api.run.InvalidInputException when there are not equally many rows
     */
    public static CanonicalCorrelations of(
            MatrixRows x, MatrixRows y, boolean standardise, Cut cut) {
        int d = x.cols();
        MatrixRows a = x.minus(x.mean());
        MatrixRows b = y.minus(y.mean());
        DoubleMatrix factor = Triangle.of(a, b);
        ColumnSpace left = space(factor.cols(0, d), a, standardise);
        ColumnSpace right = space(factor.cols(d, d + y.cols()), b, standardise);
        DoubleMatrix u = basis(left, cut);
        DoubleMatrix v = basis(right, cut);
        Svd angles = Svd.of(u.transposeTimes(v));
        double[] values = angles.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.min(1, values[i]);
        }
        DoubleMatrix shares =
                u.times(angles.u()).transposeTimes(left.basis()).times(left.coordinates());
        double[] weights = new double[values.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Arrays.stream(shares.row(i)).map(Math::abs).sum();
        }
        return new CanonicalCorrelations(
                values,
                weights,
                new Directions(left.rank(), u.cols()),
                new Directions(right.rank(), v.cols()));
    }

    private static ColumnSpace space(DoubleMatrix factor, MatrixRows rows, boolean standardise) {
        ColumnSpace space = ColumnSpace.of(factor, rows);
        return standardise ? space.scaledColumns(ColumnSpace.unitColumns(factor, rows)) : space;
    }

    /** Returns orthonormal columns that span the leading directions of a space. */
    private static DoubleMatrix basis(ColumnSpace space, Cut cut) {
        Svd svd = space.svd();
        return svd.u().cols(0, cut.of(svd.values()));
    }
}
