package relrep.anchors;

import relrep.api.data.Matrix;
import relrep.api.run.Run;
import relrep.kernels.tile.Projection;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A running <i>k</i>-means clustering. No cluster is ever empty. */
final class Clusters {
    private static final int BLOCK = 4096;

    private final Matrix points;
    private final Scan scan;
    private final Projection projection = Projection.create();
    private final float[][] centres;
    private final int[] cluster;
    private final double[] gap;

    private Clusters(Matrix points, int k) {
        this.points = points;
        this.scan = new Scan(points);
        this.centres = new float[k][];
        this.cluster = new int[points.rows()];
        this.gap = new double[points.rows()];
        Arrays.fill(cluster, -1);
    }

    /** Clusters the points into {@code k}, at most as many as there are points. */
    static Clusters of(Matrix points, int k, int iterations, Run run) {
        Clusters clusters = new Clusters(points, k);
        clusters.start(run);
        for (int i = 0; i < iterations; i++) {
            long before = (long) points.rows() * i;
            long total = (long) points.rows() * iterations;
            if (!clusters.assign(done -> run.step(total + before + done, 2 * total))) {
                break;
            }
            clusters.fillEmpty();
            clusters.move();
        }
        return clusters;
    }

    private void start(Run run) {
        RandomGenerator random = run.seed().random();
        Gaps gaps = new Gaps(points, Distance.EUCLIDEAN);
        for (int c = 0; c < centres.length; c++) {
            int row = c == 0 ? random.nextInt(points.rows()) : gaps.draw(random);
            gaps.take(row);
            centres[c] = points.row(row);
            run.step(c, 2L * centres.length);
        }
    }

    /**
     * Assigns each point to its nearest centre, the first among equals. Returns whether one moved.
     */
    private boolean assign(IntConsumer progress) {
        Matrix all = Matrix.of(centres);
        float[] distances = new float[centres.length];
        boolean changed = false;
        for (int from = 0; from < points.rows(); from += BLOCK) {
            int to = Math.min(points.rows(), from + BLOCK);
            FloatBuffer table = projection.euclidean(points.rows(from, to), all).buffer();
            for (int i = from; i < to; i++) {
                table.get(distances);
                int nearest = first(distances);
                changed |= nearest != cluster[i];
                cluster[i] = nearest;
                gap[i] = distances[nearest];
            }
            progress.accept(to);
        }
        return changed;
    }

    private static int first(float[] distances) {
        int least = 0;
        for (int c = 1; c < distances.length; c++) {
            if (distances[c] < distances[least]) {
                least = c;
            }
        }
        return least;
    }

    /**
     * Gives every empty cluster the point that is farthest from its centre and not alone in its
     * cluster.
     */
    private void fillEmpty() {
        int[] sizes = sizes();
        for (int c = 0; c < sizes.length; c++) {
            if (sizes[c] == 0) {
                int moved = -1;
                for (int i = 0; i < cluster.length; i++) {
                    boolean alone = sizes[cluster[i]] == 1;
                    if (!alone && (moved < 0 || gap[i] > gap[moved])) {
                        moved = i;
                    }
                }
                sizes[cluster[moved]]--;
                sizes[c]++;
                cluster[moved] = c;
                gap[moved] = 0;
            }
        }
    }

    private int[] sizes() {
        int[] sizes = new int[centres.length];
        for (int c : cluster) {
            sizes[c]++;
        }
        return sizes;
    }

    private void move() {
        double[][] sums = new double[centres.length][points.cols()];
        scan.each(
                (row, block, at) -> {
                    double[] sum = sums[cluster[row]];
                    for (int j = 0; j < sum.length; j++) {
                        sum[j] += block[at + j];
                    }
                });
        int[] sizes = sizes();
        for (int c = 0; c < centres.length; c++) {
            for (int j = 0; j < sums[c].length; j++) {
                centres[c][j] = (float) (sums[c][j] / sizes[c]);
            }
        }
    }

    /** Returns, for each cluster, the point nearest to its centre, the first among equals. */
    int[] nearest() {
        int[] nearest = new int[centres.length];
        double[] least = new double[centres.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        scan.each(
                (row, block, at) -> {
                    int c = cluster[row];
                    double squared = scan.squared(block, at, centres[c], least[c]);
                    if (squared < least[c]) {
                        least[c] = squared;
                        nearest[c] = row;
                    }
                });
        return nearest;
    }

    /** Returns the points of each cluster. */
    List<int[]> groups() {
        return IntStream.range(0, centres.length)
                .mapToObj(
                        c ->
                                IntStream.range(0, cluster.length)
                                        .filter(i -> cluster[i] == c)
                                        .toArray())
                .toList();
    }
}
