package relrep.anchors;

import relrep.api.data.Matrix;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The distances of all samples from the nearest chosen one, updated as more are chosen. */
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

    /** Chooses a sample, and updates the distances of the others. */
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

    /** Returns the sample with the largest distance, the first among equals; never a chosen one. */
    int widest() {
        int widest = 0;
        for (int i = 1; i < gaps.length; i++) {
            if (gaps[i] > gaps[widest]) {
                widest = i;
            }
        }
        return widest;
    }

    /**
     * Draws a sample with a probability in proportion to its distance; the one with the largest
     * distance if all are zero.
     */
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
