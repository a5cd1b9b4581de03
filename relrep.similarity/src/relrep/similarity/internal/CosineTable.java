package relrep.similarity.internal;

import relrep.kernels.linear.DoubleMatrix;

/**
 * Cosines in double precision, with the factors that their gradient needs.
 *
 * @param points {@code n × d}, of norm 1 or 0
 * @param anchors {@code k × d}, of norm 1 or 0
 * @param pointFactors one over the norm of each point; 0 for a zero point
 * @param anchorFactors one over the norm of each anchor; 0 for a zero anchor
 */
@SuppressWarnings("ArrayRecordComponent") // working memory, never compared
record CosineTable(
        DoubleMatrix points, DoubleMatrix anchors, double[] pointFactors, double[] anchorFactors) {
    static CosineTable of(DoubleMatrix points, DoubleMatrix anchors) {
        double[] pointFactors = factors(points);
        double[] anchorFactors = factors(anchors);
        return new CosineTable(
                points.scaledRows(pointFactors),
                anchors.scaledRows(anchorFactors),
                pointFactors,
                anchorFactors);
    }

    private static double[] factors(DoubleMatrix rows) {
        double[] factors = new double[rows.rows()];
        for (int i = 0; i < factors.length; i++) {
            double squares = 0;
            for (double value : rows.row(i)) {
                squares += value * value;
            }
            double norm = Math.sqrt(squares);
            factors[i] = norm > 0 ? 1 / norm : 0;
        }
        return factors;
    }

    /** Returns the cosines, {@code n × k}. */
    DoubleMatrix values() {
        return points.timesTranspose(anchors);
    }

    /**
     * Returns the gradient with respect to the points: the part of {@code Σ g â} that is
     * perpendicular to the point, divided by the point's norm. The cosine does not change along the
     * point. It is 0 at a zero point.
     *
     * @param gradient with respect to the values, {@code n × k}
     */
    DoubleMatrix pullBack(DoubleMatrix gradient) {
        return across(gradient.times(anchors), points, pointFactors);
    }

    /** Returns the gradient with respect to the anchors. */
    DoubleMatrix pullBackToAnchors(DoubleMatrix gradient) {
        return across(gradient.transposeTimes(points), anchors, anchorFactors);
    }

    private static DoubleMatrix across(DoubleMatrix pull, DoubleMatrix units, double[] factors) {
        double[] along = new double[units.rows()];
        for (int i = 0; i < along.length; i++) {
            for (int j = 0; j < units.cols(); j++) {
                along[i] += pull.get(i, j) * units.get(i, j);
            }
        }
        return pull.minus(units.scaledRows(along)).scaledRows(factors);
    }
}
