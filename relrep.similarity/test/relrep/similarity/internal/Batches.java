package relrep.similarity.internal;

import relrep.similarity.internal.AwkwardInputs.Input;
import relrep.similarity.internal.Definitions.Value;

/** Definitions that need a batch, or all anchors at once. */
final class Batches {
    private Batches() {}

    static Value[][] robust(Input input, double eps) {
        double[][] points = Plain.rows(input.points());
        double[][] anchors = Plain.rows(input.anchors());
        Value[][] values = new Value[points.length][anchors.length];
        if (points.length == 0) {
            return values;
        }
        double[] mean = Plain.mean(points);
        double[] factor = new double[mean.length];
        for (int j = 0; j < factor.length; j++) {
            double variance = 0;
            for (double[] point : points) {
                variance += Math.pow(point[j] - mean[j], 2) / points.length;
            }
            factor[j] = variance > 1e-76 ? 1 / Math.sqrt(variance + eps) : 0;
        }
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < anchors.length; j++) {
                double[] x = standardised(points[i], mean, factor);
                double[] a = standardised(anchors[j], mean, factor);
                values[i][j] = Value.of(Plain.cosine(x, a), Definitions.SUMS);
            }
        }
        return values;
    }

    private static double[] standardised(double[] row, double[] mean, double[] factor) {
        double[] result = Plain.minus(row, mean);
        for (int j = 0; j < result.length; j++) {
            result[j] *= factor[j];
        }
        return result;
    }

    /** Directions of less than a millionth of the largest spread are left out. */
    static Value[][] mahalanobis(Input input, Mahalanobis.Covariance covariance) {
        double[][] points = Plain.rows(input.points());
        double[][] anchors = Plain.rows(input.anchors());
        Value[][] values = new Value[points.length][anchors.length];
        double[][] batch = covariance == Mahalanobis.Covariance.ANCHORS ? anchors : points;
        if (points.length == 0) {
            return values;
        }
        double[] mean = Plain.mean(batch);
        double[][] centred = new double[batch.length][];
        for (int i = 0; i < batch.length; i++) {
            centred[i] = Plain.minus(batch[i], mean);
        }
        Plain.Axes axes = Plain.Axes.of(centred, mean.length);
        int rank = axes.rank(1e-6);
        double condition = rank == 0 ? 1 : axes.values()[0] / axes.values()[rank - 1];
        double lost = Definitions.DISTANCES + 1e-15 * condition * condition;
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < anchors.length; j++) {
                double[] apart = Plain.minus(points[i], anchors[j]);
                double sum = 0;
                for (int t = 0; t < rank; t++) {
                    double spread = axes.values()[t] / Math.sqrt(batch.length);
                    sum += Math.pow(Plain.dot(apart, axes.axes()[t]) / spread, 2);
                }
                double rounded =
                        rank == 0
                                ? 0
                                : 1e-13
                                        * (Plain.norm(points[i])
                                                + Plain.norm(anchors[j])
                                                + Plain.norm(mean))
                                        * Math.sqrt(batch.length)
                                        / axes.values()[rank - 1];
                values[i][j] = Value.of(Math.sqrt(sum), lost * Math.sqrt(sum) + rounded);
            }
        }
        return values;
    }

    /** Weights of the anchors, by the pseudo-inverse of what is not rounding. */
    static Value[][] weights(Input input) {
        double[][] points = Plain.rows(input.points());
        double[][] anchors = told(Plain.rows(input.anchors()), input.anchors().cols());
        int d = input.anchors().cols();
        Plain.Axes axes = Plain.Axes.of(anchors, d);
        int rank = axes.rank(1e-13);
        double[][] inverse = new double[anchors.length][d];
        for (int j = 0; j < anchors.length; j++) {
            for (int t = 0; t < rank; t++) {
                double value = axes.values()[t];
                double share = Plain.dot(anchors[j], axes.axes()[t]) / value / value;
                for (int l = 0; l < d; l++) {
                    inverse[j][l] += share * axes.axes()[t][l];
                }
            }
        }
        double condition = rank == 0 ? 1 : axes.values()[0] / axes.values()[rank - 1];
        Value[][] values = new Value[points.length][anchors.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < anchors.length; j++) {
                double size = Plain.norm(points[i]) * largest(inverse);
                double lost = Definitions.SUMS + 1e-14 * condition;
                values[i][j] = Value.of(Plain.dot(points[i], inverse[j]), lost * size);
            }
        }
        return values;
    }

    /**
     * Returns rows without directions of rounding: of columns over their size, those up to eight
     * roundings of √k + √d (docs/decisions/rank.md).
     */
    private static double[][] told(double[][] rows, int d) {
        double[] sizes = new double[d];
        for (int l = 0; l < d; l++) {
            for (double[] row : rows) {
                sizes[l] += row[l] * row[l] / rows.length;
            }
            sizes[l] = Math.sqrt(sizes[l]);
        }
        double[][] alike = new double[rows.length][d];
        for (int j = 0; j < rows.length; j++) {
            for (int l = 0; l < d; l++) {
                alike[j][l] = sizes[l] == 0 ? 0 : rows[j][l] / sizes[l];
            }
        }
        Plain.Axes axes = Plain.Axes.of(alike, d);
        double floor = 8 * 0x1p-24 * (Math.sqrt(rows.length) + Math.sqrt(d));
        double[][] told = new double[rows.length][d];
        for (int t = 0; t < d && axes.values()[t] > floor; t++) {
            double[] along = new double[d];
            for (int j = 0; j < rows.length; j++) {
                double part = Plain.dot(alike[j], axes.axes()[t]) / axes.values()[t];
                for (int l = 0; l < d; l++) {
                    along[l] += part * rows[j][l];
                }
            }
            for (int j = 0; j < rows.length; j++) {
                double part = Plain.dot(alike[j], axes.axes()[t]) / axes.values()[t];
                for (int l = 0; l < d; l++) {
                    told[j][l] += part * along[l];
                }
            }
        }
        return told;
    }

    private static double largest(double[][] rows) {
        double largest = 0;
        for (double[] row : rows) {
            largest = Math.max(largest, Plain.norm(row));
        }
        return largest;
    }
}
