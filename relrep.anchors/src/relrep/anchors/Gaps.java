package relrep.anchors;

import relrep.api.data.Matrix;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** How far each sample is from the nearest of those taken so far, while more are taken. */
final class Gaps {
    private static final double TAKEN = -1;

    private final Matrix points;
    private final Scan scan;
    private final Distance distance;
    private final double[] norms;
    private final double[] gaps;

    Gaps(Matrix points, Distance distance) {
        this.points = points;
        this.scan = new Scan(points);
        this.distance = distance;
        this.gaps = new double[points.rows()];
        this.norms = new double[points.rows()];
        Arrays.fill(gaps, Double.POSITIVE_INFINITY);
        if (distance == Distance.COSINE) {
            scan.each((row, block, at) -> norms[row] = Math.sqrt(scan.dot(block, at, block, at)));
        }
    }

    /** Takes a sample, and brings the others up to date. */
    void take(int taken) {
        float[] point = points.row(taken);
        if (distance == Distance.COSINE) {
            double norm = norms[taken];
            scan.each(
                    (row, block, at) ->
                            lower(
                                    row,
                                    1 - cosine(scan.dot(block, at, point, 0), norms[row] * norm)));
        } else {
            scan.each((row, block, at) -> lower(row, scan.squared(block, at, point, gaps[row])));
        }
        gaps[taken] = TAKEN;
    }

    /** Returns the sample with the widest gap, the first of several; never one that was taken. */
    int widest() {
        int widest = 0;
        for (int i = 1; i < gaps.length; i++) {
            if (gaps[i] > gaps[widest]) {
                widest = i;
            }
        }
        return widest;
    }

    /** Draws a sample with a chance in proportion to its gap; the widest where all are zero. */
    int draw(RandomGenerator random) {
        double sum = 0;
        for (double gap : gaps) {
            sum += Math.max(gap, 0);
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < gaps.length; i++) {
            left -= Math.max(gaps[i], 0);
            if (left < 0) {
                return i;
            }
        }
        return widest();
    }

    private void lower(int row, double gap) {
        gaps[row] = Math.min(gaps[row], Math.max(gap, 0));
    }

    private static double cosine(double dot, double norms) {
        return norms == 0 ? 0 : dot / norms;
    }
}
