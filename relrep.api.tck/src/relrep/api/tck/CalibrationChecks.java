package relrep.api.tck;

import relrep.api.data.Matrix;
import relrep.api.similarity.Similarity;

/** The laws of {@link Similarity#calibrate} and of its result. */
final class CalibrationChecks {
    /** The largest change by another order of summation, relative to the largest value. */
    private static final double ROUNDING = 2e-5;

    private final Similarity similarity;

    private CalibrationChecks(Similarity similarity) {
        this.similarity = similarity;
    }

    static void add(Similarity similarity, Checks checks) {
        CalibrationChecks laws = new CalibrationChecks(similarity);
        checks.add("compares each point on its own, once calibrated", laws::rowsApart);
        if (similarity.takesAnchorsTogether()) {
            checks.add("takes its anchors together, as it says", laws::anchorsTogether);
        } else {
            checks.add("compares with each anchor on its own, once calibrated", laws::anchorsApart);
        }
        checks.add("is left as it was by calibrating", laws::calibrateIsPure);
        checks.add("calibrates alike on the same batch", laws::calibrateRepeats);
    }

    private void rowsApart(Trial t) {
        Matrix points = t.cloud("points").points(17, 6);
        Matrix anchors = t.cloud("anchors").points(5, 6);
        Similarity calibrated = similarity.calibrate(t.cloud("batch").points(40, 6));
        Matrix together = calibrated.compare(points, anchors);
        for (int i = 0; i < points.rows(); i++) {
            Matrix alone = calibrated.compare(points.rows(i, i + 1), anchors);
            t.close(together.rows(i, i + 1), alone, ROUNDING, "row %d alone".formatted(i));
        }
    }

    private void anchorsApart(Trial t) {
        Matrix points = t.cloud("points").points(17, 6);
        Matrix anchors = t.cloud("anchors").points(5, 6);
        Similarity calibrated = similarity.calibrate(t.cloud("batch").points(40, 6));
        Matrix together = calibrated.compare(points, anchors);
        for (int j = 0; j < anchors.rows(); j++) {
            Matrix alone = calibrated.compare(points, anchors.rows(j, j + 1));
            for (int block = 0; block < similarity.columns(1); block++) {
                int at = block * anchors.rows() + j;
                t.close(
                        Matrix.of(17, 1, column(together, at)),
                        Matrix.of(17, 1, column(alone, block)),
                        ROUNDING,
                        "column %d alone".formatted(at));
            }
        }
    }

    private void anchorsTogether(Trial t) {
        Matrix points = t.cloud("points").points(17, 6);
        Matrix anchors = t.cloud("anchors").points(5, 6);
        Similarity calibrated = similarity.calibrate(t.cloud("batch").points(40, 6));
        float[] among = column(calibrated.compare(points, anchors), 0);
        float[] alone = column(calibrated.compare(points, anchors.rows(0, 1)), 0);
        double moved = Difference.relative(Matrix.of(17, 1, among), Matrix.of(17, 1, alone));
        t.require(
                moved > ROUNDING,
                "it says that it takes its anchors together, so another set of anchors must show,"
                        + " but moves a column by %.3g of its largest value",
                moved);
    }

    private void calibrateIsPure(Trial t) {
        Matrix points = t.cloud("points").points(17, 6);
        Matrix anchors = t.cloud("anchors").points(5, 6);
        Matrix before = similarity.compare(points, anchors);
        Similarity calibrated = similarity.calibrate(t.cloud("batch").points(40, 6));
        Matrix first = calibrated.compare(points, anchors);
        t.same(before, similarity.compare(points, anchors), "the uncalibrated answer");
        similarity.calibrate(t.cloud("other").points(20, 6)).compare(points, anchors);
        t.same(first, calibrated.compare(points, anchors), "the calibrated answer");
    }

    private void calibrateRepeats(Trial t) {
        Matrix points = t.cloud("points").points(17, 6);
        Matrix anchors = t.cloud("anchors").points(5, 6);
        Matrix batch = t.cloud("batch").points(40, 6);
        Matrix first = similarity.calibrate(batch).compare(points, anchors);
        Matrix second = similarity.calibrate(batch).compare(points, anchors);
        t.same(first, second, "the answer after calibrating again");
    }

    private static float[] column(Matrix matrix, int j) {
        float[] column = new float[matrix.rows()];
        for (int i = 0; i < column.length; i++) {
            column[i] = matrix.get(i, j);
        }
        return column;
    }
}
