package relrep.api.tck;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.similarity.DifferentiableSimilarity;

import java.util.Set;

/** The cosine, computed slowly, for training networks through it in a check. */
final class Angle implements DifferentiableSimilarity {
    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        return Matrix.filled(
                points.rows(),
                anchors.rows(),
                memory -> {
                    for (int i = 0; i < points.rows(); i++) {
                        double[] point = unit(points.row(i));
                        for (int j = 0; j < anchors.rows(); j++) {
                            memory.put((float) product(point, unit(anchors.row(j))));
                        }
                    }
                });
    }

    @Override
    public Matrix pullBack(Matrix points, Matrix anchors, Matrix gradient) {
        return Matrix.filled(
                points.rows(),
                points.cols(),
                memory -> {
                    for (int i = 0; i < points.rows(); i++) {
                        double[] pulled = pulled(points.row(i), anchors, gradient.row(i));
                        for (double value : pulled) {
                            memory.put((float) value);
                        }
                    }
                });
    }

    /**
     * Returns the part of {@code Σ g â} perpendicular to the point, divided by the point's norm.
     */
    private static double[] pulled(float[] point, Matrix anchors, float[] gradient) {
        double[] pull = new double[point.length];
        for (int j = 0; j < gradient.length; j++) {
            double[] anchor = unit(anchors.row(j));
            for (int l = 0; l < pull.length; l++) {
                pull[l] += gradient[j] * anchor[l];
            }
        }
        double[] unit = unit(point);
        double along = product(pull, unit);
        double norm = norm(point);
        for (int l = 0; l < pull.length; l++) {
            pull[l] = norm > 0 ? (pull[l] - along * unit[l]) / norm : 0;
        }
        return pull;
    }

    private static double[] unit(float[] vector) {
        double norm = norm(vector);
        double[] unit = new double[vector.length];
        for (int l = 0; l < unit.length; l++) {
            unit[l] = norm > 0 ? vector[l] / norm : 0;
        }
        return unit;
    }

    private static double norm(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int l = 0; l < a.length; l++) {
            sum += a[l] * b[l];
        }
        return sum;
    }

    @Override
    public Set<Invariance> invariances() {
        return Set.of(Invariance.PERMUTATION, Invariance.ORTHOGONAL, Invariance.ISOTROPIC_SCALING);
    }
}
