package relrep.kernels.linear;

import java.util.Arrays;

/**
 * The canonical correlations of the columns of two spaces: the cosines of the principal angles
 * between the spans of the centred columns. Optionally, each space is first reduced to its leading
 * singular directions. They are computed from the triangular factor of {@code [X Y]} in double,
 * without a Gram matrix, so small directions keep their digits. Memory: {@code (d + m)²} a few
 * times.
 *
 * <p>Source: Björck and Golub, Numerical methods for computing angles between linear subspaces,
 * 1973.
 *
 * @param values the correlations, largest first, 0 to 1; as many as the smaller rank
 * @param weights the weight of each in projection weighted correlation (Morcos et al., NeurIPS
 *     2018): the sum of the absolute inner products of its left canonical vector with the columns
 *     of <i>X</i>
 * @param left the directions of <i>X</i>
 * @param right the directions of <i>Y</i>
 */
@SuppressWarnings("ArrayRecordComponent") // a decomposition, never compared
public record CanonicalCorrelations(
        double[] values, double[] weights, Directions left, Directions right) {
    /**
     * The numbers of directions of a space.
     *
     * @param rank the number of directions
     * @param taken the number of directions used
     */
    public record Directions(int rank, int taken) {}

    /** Chooses how many of a space's directions are used. */
    @FunctionalInterface
    public interface Cut {
        /**
         * Returns the number to use.
         *
         * @param values the singular values that count as other than zero, largest first
         */
        int of(double... values);

        /** Uses all directions. */
        static Cut none() {
            return values -> values.length;
        }
    }

    /**
     * Returns the correlations; empty if a space is a single point.
     *
     * @param x {@code n × d}
     * @param y {@code n × m}
     * @param standardise whether each column is divided by its standard deviation first, which
     *     affects the cut
     * @param cut of each space
     * @throws relrep.api.run.InvalidInputException when the numbers of rows differ
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
