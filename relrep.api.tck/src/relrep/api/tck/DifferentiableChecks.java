package relrep.api.tck;

import relrep.api.data.Matrix;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.Similarity;

/** The laws of {@link DifferentiableSimilarity}. */
final class DifferentiableChecks {
    /** The step of the central difference, whose own error is about 1e-4 for a smooth function. */
    private static final float STEP = 1f / 64;

    /** The largest error from the step and float rounding, relative to the largest gradient. */
    private static final double TOLERANCE = 5e-3;

    private final DifferentiableSimilarity similarity;

    private DifferentiableChecks(DifferentiableSimilarity similarity) {
        this.similarity = similarity;
    }

    static void add(DifferentiableSimilarity similarity, Checks checks) {
        DifferentiableChecks laws = new DifferentiableChecks(similarity);
        checks.add("pulls gradients back as finite differences do", laws::uncalibrated);
        checks.add("pulls gradients back as finite differences do, once calibrated", laws::after);
        checks.add("stays differentiable when calibrated", laws::staysDifferentiable);
        checks.add("has a finite gradient where it is not smooth", laws::finite);
        checks.add("pulls nothing back from a gradient of zero", laws::zeroGradient);
    }

    private void uncalibrated(Trial t) {
        compareWithDifferences(t, similarity);
    }

    private void after(Trial t) {
        compareWithDifferences(t, calibrated(t));
    }

    private void staysDifferentiable(Trial t) {
        calibrated(t);
    }

    private DifferentiableSimilarity calibrated(Trial t) {
        Similarity calibrated = similarity.calibrate(t.cloud("batch").points(50, 4));
        t.require(
                calibrated instanceof DifferentiableSimilarity,
                "calibrate must return a DifferentiableSimilarity, not a %s",
                calibrated.getClass().getName());
        return (DifferentiableSimilarity) calibrated;
    }

    private static void compareWithDifferences(Trial t, DifferentiableSimilarity s) {
        Matrix points = t.cloud("points").points(7, 4);
        Matrix anchors = t.cloud("anchors").points(3, 4);
        Matrix gradient = t.cloud("gradient").isotropic(7, s.columns(3));
        float[] expected = new float[7 * 4];
        for (int i = 0; i < expected.length; i++) {
            double up = loss(s, moved(points, i, STEP), anchors, gradient);
            double down = loss(s, moved(points, i, -STEP), anchors, gradient);
            expected[i] = (float) ((up - down) / (2 * STEP));
        }
        Matrix pulled = s.pullBack(points, anchors, gradient);
        t.close(Matrix.of(7, 4, expected), pulled, TOLERANCE, "the gradient");
    }

    private static double loss(Similarity s, Matrix points, Matrix anchors, Matrix gradient) {
        float[] values = s.compare(points, anchors).toArray();
        float[] weights = gradient.toArray();
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (double) values[i] * weights[i];
        }
        return sum;
    }

    private static Matrix moved(Matrix points, int at, float step) {
        float[] values = points.toArray();
        values[at] += step;
        return Matrix.of(points.rows(), points.cols(), values);
    }

    private void finite(Trial t) {
        Matrix points = t.cloud("points").points(5, 4);
        Matrix zero = Matrix.of(5, 4, new float[20]);
        Matrix gradient = t.cloud("gradient").isotropic(5, similarity.columns(5));
        t.finite(similarity.pullBack(points, points, gradient), "the gradient at the anchors");
        t.finite(similarity.pullBack(zero, points, gradient), "the gradient at zero");
        t.finite(similarity.pullBack(points, zero, gradient), "the gradient for zero anchors");
        t.finite(similarity.pullBack(zero, zero, gradient), "the gradient where all is zero");
    }

    private void zeroGradient(Trial t) {
        Matrix points = t.cloud("points").points(5, 4);
        Matrix anchors = t.cloud("anchors").points(3, 4);
        int columns = similarity.columns(3);
        Matrix none = Matrix.of(5, columns, new float[5 * columns]);
        Matrix pulled = similarity.pullBack(points, anchors, none);
        t.shape(5, 4, pulled, "the gradient");
        t.close(Matrix.of(5, 4, new float[20]), pulled, 0, "the gradient");
    }
}
