package relrep.alignment.internal;

import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.tile.AffineMap;

/** The mean source point and the mean target point. */
@SuppressWarnings("ArrayRecordComponent") // a step of one fit, never compared
record Means(double[] source, double[] target) {
    static Means of(Pairs pairs) {
        return new Means(pairs.source().mean(), pairs.target().mean());
    }

    /** Returns zero means, for a map without a shift. */
    static Means none(Pairs pairs) {
        return new Means(new double[pairs.source().cols()], new double[pairs.target().cols()]);
    }

    /** Returns the map with these weights that takes one mean to the other. */
    AffineMap join(DoubleMatrix weights) {
        double[] image = weights.leftTimes(source);
        double[] shift = new double[target.length];
        for (int j = 0; j < shift.length; j++) {
            shift[j] = target[j] - image[j];
        }
        return new AffineMap(weights, shift);
    }
}
