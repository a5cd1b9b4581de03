package relrep.kernels.tile;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.kernels.linear.MatrixRows;

import java.util.Arrays;

/**
 * Computes silhouettes: how much closer each point is to its own class than to the nearest other
 * class, by Euclidean distance. The value is {@code (b − a) / max(a, b)}, where <i>a</i> is its
 * mean distance to the others of its class and <i>b</i> the smallest mean distance to another
 * class. A point that is alone in its class has 0, and so does a point with {@code a = b = 0}.
 *
 * <p>Source: Rousseeuw, Silhouettes: a graphical aid to the interpretation and validation of
 * cluster analysis, 1987.
 */
public final class Silhouette {
    private final int[] labels;
    private final int[] sizes;

    private Silhouette(Labels labels) {
        this.labels = labels.toArray();
        this.sizes = new int[labels.classes().size()];
        for (int label : this.labels) {
            sizes[label]++;
        }
        if (Arrays.stream(sizes).filter(size -> size > 0).count() < 2) {
            throw new InvalidInputException(
                    "a silhouette needs samples of at least 2 classes, there are samples of %d"
                            .formatted(Arrays.stream(sizes).filter(size -> size > 0).count()));
        }
    }

    /**
     * Returns the silhouette of each point, -1 to 1; distances in float32, sums in double.
     *
     * @param points {@code n × d}
     * @throws InvalidInputException when fewer than 2 classes have samples
     */
    public static double[] of(Matrix points, Labels labels, Run run) {
        return of(points, labels, run, Machine.best());
    }

    static double[] of(Matrix points, Labels labels, Run run, Machine machine) {
        Silhouette silhouette = new Silhouette(labels);
        Pairs pairs = Pairs.of(Closeness.EUCLIDEAN, points, points, machine.workers());
        double[] values = new double[points.rows()];
        new PairStream(pairs, machine)
                .run(
                        (from, count, loops) ->
                                new ClassSums(pairs, silhouette, from, count, values),
                        run);
        return values;
    }

    /** Returns the silhouette of each point, computed in double pair by pair: for small spaces. */
    public static double[] of(MatrixRows points, Labels labels, Run run) {
        Silhouette silhouette = new Silhouette(labels);
        int n = points.rows();
        int d = points.cols();
        double[] all = points.toMatrix().toArray();
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            double[] sums = new double[silhouette.classes()];
            for (int j = 0; j < n; j++) {
                double square = 0;
                for (int t = 0; t < d; t++) {
                    double v = all[i * d + t] - all[j * d + t];
                    square += v * v;
                }
                sums[silhouette.label(j)] += Math.sqrt(square);
            }
            values[i] = silhouette.value(i, sums);
            run.step(i + 1L, n);
        }
        return values;
    }

    int classes() {
        return sizes.length;
    }

    int label(int point) {
        return labels[point];
    }

    /**
     * Returns the silhouette of one point.
     *
     * @param sums of its distances to the points of each class
     */
    double value(int point, double[] sums) {
        int own = labels[point];
        if (sizes[own] == 1) {
            return 0;
        }
        double a = sums[own] / (sizes[own] - 1);
        double b = Double.POSITIVE_INFINITY;
        for (int c = 0; c < sizes.length; c++) {
            if (c != own && sizes[c] > 0) {
                b = Math.min(b, sums[c] / sizes[c]);
            }
        }
        double larger = Math.max(a, b);
        return larger == 0 ? 0 : (b - a) / larger;
    }
}
