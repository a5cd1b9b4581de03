package relrep.api.tck;

import relrep.api.data.Matrix;
import relrep.api.similarity.InvertibleSimilarity;
import relrep.api.similarity.Similarity;

/** The laws of {@link InvertibleSimilarity}. */
final class InvertibleChecks {
    /**
     * The largest error from rounding and the condition of a few anchors, relative to the largest
     * value.
     */
    private static final double BACK = 1e-3;

    private static final int WIDTH = 6;

    private final InvertibleSimilarity similarity;

    private InvertibleChecks(InvertibleSimilarity similarity) {
        this.similarity = similarity;
    }

    static void add(InvertibleSimilarity similarity, Checks checks) {
        InvertibleChecks laws = new InvertibleChecks(similarity);
        checks.add("finds points with the similarities that it was given", laws::back);
        checks.add("stays invertible when calibrated", laws::staysInvertible);
        checks.add("refuses to find points from too few anchors and says both", laws::tooFew);
    }

    private InvertibleSimilarity calibrated(Trial t) {
        Similarity calibrated = similarity.calibrate(t.cloud("batch").points(50, WIDTH));
        t.require(
                calibrated instanceof InvertibleSimilarity,
                "calibrate must return an InvertibleSimilarity, not a %s",
                calibrated.getClass().getName());
        return (InvertibleSimilarity) calibrated;
    }

    private void staysInvertible(Trial t) {
        calibrated(t);
    }

    private void back(Trial t) {
        InvertibleSimilarity calibrated = calibrated(t);
        Matrix points = t.cloud("points").points(20, WIDTH);
        Matrix anchors = t.cloud("anchors").points(12, WIDTH);
        Matrix relative = calibrated.compare(points, anchors);
        Matrix found = calibrated.invert(relative, anchors);
        t.shape(20, WIDTH, found, "the points found");
        Matrix again = calibrated.compare(found, anchors);
        t.close(relative, again, BACK, "the similarities of the points found");
    }

    private void tooFew(Trial t) {
        InvertibleSimilarity calibrated = calibrated(t);
        Matrix points = t.cloud("points").points(20, WIDTH);
        Matrix anchors = t.cloud("anchors").points(3, WIDTH);
        Matrix relative = calibrated.compare(points, anchors);
        t.refuses(
                "3 anchors of 6 coordinates", () -> calibrated.invert(relative, anchors), 3, WIDTH);
    }
}
