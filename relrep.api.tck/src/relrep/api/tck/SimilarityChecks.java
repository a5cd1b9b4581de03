package relrep.api.tck;

import relrep.api.data.Matrix;
import relrep.api.similarity.Similarity;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** The laws of {@link Similarity} that do not depend on its claims. */
final class SimilarityChecks {
    /** What another order of summation may change, as a part of the largest value. */
    private static final double ROUNDING = 2e-5;

    private final Similarity similarity;

    private SimilarityChecks(Similarity similarity) {
        this.similarity = similarity;
    }

    static void add(Similarity similarity, Checks checks) {
        SimilarityChecks laws = new SimilarityChecks(similarity);
        checks.add("gives one row a point and one column an anchor", laws::shape);
        checks.add("says the same when asked again", laws::repeats);
        checks.add("leaves points, anchors and batch as they are", laws::leavesInputs);
        checks.add("does not care where the memory lies", laws::memory);
        checks.add("compares each point on its own, once calibrated", laws::rowsApart);
        checks.add("compares with each anchor on its own, once calibrated", laws::anchorsApart);
        checks.add("is left as it was by calibrating", laws::calibrateIsPure);
        checks.add("calibrates alike on the same batch", laws::calibrateRepeats);
        checks.add("may be called from several threads", laws::threads);
        checks.add("refuses unequal widths and says both", laws::unequalWidths);
        checks.add("gives finite numbers for a zero vector", laws::zeroVector);
        checks.add("gives finite numbers for a point that is an anchor", laws::samePoint);
    }

    private void shape(Trial t) {
        Similarity calibrated = similarity.calibrate(t.cloud("batch").points(30, 6));
        for (int n : new int[] {1, 2, 9, 0}) {
            for (int k : new int[] {1, 5}) {
                Matrix result =
                        calibrated.compare(
                                t.cloud("points").points(n, 6), t.cloud("anchors").points(k, 6));
                t.shape(n, k, result, "the result for %d points and %d anchors".formatted(n, k));
                t.finite(result, "the result");
            }
        }
    }

    private void repeats(Trial t) {
        Matrix points = t.cloud("points").points(17, 6);
        Matrix anchors = t.cloud("anchors").points(5, 6);
        Matrix first = similarity.compare(points, anchors);
        similarity.compare(anchors, points);
        t.same(first, similarity.compare(points, anchors), "the second answer");
    }

    private void leavesInputs(Trial t) {
        Matrix points = direct(t.cloud("points").points(17, 6));
        Matrix anchors = direct(t.cloud("anchors").points(5, 6));
        Matrix pointsBefore = Matrix.of(17, 6, points.toArray());
        Matrix anchorsBefore = Matrix.of(5, 6, anchors.toArray());
        similarity.compare(points, anchors);
        similarity.calibrate(points).compare(points, anchors);
        t.same(pointsBefore, points, "the points after the call");
        t.same(anchorsBefore, anchors, "the anchors after the call");
    }

    private void memory(Trial t) {
        Matrix points = t.cloud("points").points(17, 6);
        Matrix anchors = t.cloud("anchors").points(5, 6);
        Matrix expected = similarity.compare(points, anchors);
        Matrix offHeap = similarity.compare(direct(points), direct(anchors));
        t.close(expected, offHeap, ROUNDING, "the result for off-heap memory");
        Matrix slices = similarity.compare(slice(points), slice(anchors));
        t.close(expected, slices, ROUNDING, "the result for rows of a larger matrix");
        Matrix mapped = similarity.compare(bigEndian(points), bigEndian(anchors));
        t.close(expected, mapped, ROUNDING, "the result for memory in big-endian order");
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
            Matrix column = Matrix.of(17, 1, column(together, j));
            t.close(column, alone, ROUNDING, "column %d alone".formatted(j));
        }
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

    private void threads(Trial t) throws Exception {
        Similarity calibrated = similarity.calibrate(t.cloud("batch").points(40, 6));
        Threads.agree(
                t,
                i -> {
                    Matrix points = t.cloud("points " + i).points(60 + i, 6);
                    Matrix anchors = t.cloud("anchors " + i).points(9, 6);
                    return calibrated.compare(points, anchors);
                });
    }

    private void unequalWidths(Trial t) {
        Matrix points = t.cloud("points").points(4, 6);
        Matrix anchors = t.cloud("anchors").points(3, 7);
        t.refuses("points 6 and anchors 7 wide", () -> similarity.compare(points, anchors), 6, 7);
    }

    private void zeroVector(Trial t) {
        Matrix zero = Matrix.of(2, 6, new float[12]);
        Matrix points = t.cloud("points").points(8, 6);
        Similarity calibrated = similarity.calibrate(points);
        t.finite(similarity.compare(points, zero), "the result for zero anchors");
        t.finite(similarity.compare(zero, points), "the result for zero points");
        t.finite(similarity.compare(zero, zero), "the result for zero points and anchors");
        t.finite(calibrated.compare(zero, zero), "the calibrated result for zero points");
    }

    private void samePoint(Trial t) {
        Matrix points = t.cloud("points").points(8, 6);
        t.finite(similarity.compare(points, points), "the result for points that are anchors");
    }

    private static float[] column(Matrix matrix, int j) {
        float[] column = new float[matrix.rows()];
        for (int i = 0; i < column.length; i++) {
            column[i] = matrix.get(i, j);
        }
        return column;
    }

    static Matrix direct(Matrix matrix) {
        return Matrix.filled(matrix.rows(), matrix.cols(), memory -> memory.put(matrix.toArray()));
    }

    private static Matrix slice(Matrix matrix) {
        int n = matrix.rows();
        int d = matrix.cols();
        float[] larger = new float[(n + 3) * d];
        System.arraycopy(matrix.toArray(), 0, larger, 2 * d, n * d);
        return direct(Matrix.of(n + 3, d, larger)).rows(2, n + 2);
    }

    private static Matrix bigEndian(Matrix matrix) {
        int n = matrix.rows();
        int d = matrix.cols();
        FloatBuffer memory = ByteBuffer.allocate(n * d * Float.BYTES).asFloatBuffer();
        memory.put(matrix.toArray()).flip();
        return Matrix.wrap(n, d, memory);
    }
}
