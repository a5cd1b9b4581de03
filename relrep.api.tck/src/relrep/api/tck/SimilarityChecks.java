package relrep.api.tck;

import relrep.api.data.Matrix;
import relrep.api.similarity.Similarity;

/** The laws of {@link Similarity} that do not depend on its claims. */
final class SimilarityChecks {
    /** The largest change by another order of summation, relative to the largest value. */
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
                t.shape(
                        n,
                        similarity.columns(k),
                        result,
                        "the result for %d points and %d anchors".formatted(n, k));
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
        Matrix points = Memory.direct(t.cloud("points").points(17, 6));
        Matrix anchors = Memory.direct(t.cloud("anchors").points(5, 6));
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
        Matrix offHeap = similarity.compare(Memory.direct(points), Memory.direct(anchors));
        t.close(expected, offHeap, ROUNDING, "the result for off-heap memory");
        Matrix slices = similarity.compare(Memory.slice(points), Memory.slice(anchors));
        t.close(expected, slices, ROUNDING, "the result for rows of a larger matrix");
        Matrix mapped = similarity.compare(Memory.bigEndian(points), Memory.bigEndian(anchors));
        t.close(expected, mapped, ROUNDING, "the result for memory in big-endian order");
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
}
