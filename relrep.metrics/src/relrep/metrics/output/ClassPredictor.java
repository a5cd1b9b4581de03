package relrep.metrics.output;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.run.Run;
import relrep.kernels.tile.Closeness;
import relrep.kernels.tile.Neighbours;

import java.util.Arrays;

/** Predicts classes of points from the true samples. */
public enum ClassPredictor {
    /** The most frequent class among the nearest true samples, without the sample's own row. */
    NEIGHBOURS {
        @Override
        int[] name(Matrix points, Matrix truth, Labels labels, int k, Run run) {
            Neighbours near = Neighbours.among(points, truth, k + 1, Closeness.EUCLIDEAN, run);
            int[] names = new int[points.rows()];
            for (int i = 0; i < names.length; i++) {
                names[i] = vote(near.of(i), i, k, labels);
            }
            return names;
        }
    },
    /** The class whose mean is nearest. */
    MEANS {
        @Override
        int[] name(Matrix points, Matrix truth, Labels labels, int k, Run run) {
            Matrix means = means(truth, labels);
            Neighbours near = Neighbours.among(points, means, 1, Closeness.EUCLIDEAN, run);
            int[] there = labels(labels);
            int[] names = new int[points.rows()];
            for (int i = 0; i < names.length; i++) {
                names[i] = there[near.of(i)[0]];
            }
            return names;
        }
    };

    /**
     * Returns the class of each point.
     *
     * @param points row <i>i</i> belongs to row <i>i</i> of the truth
     */
    abstract int[] name(Matrix points, Matrix truth, Labels labels, int k, Run run);

    /**
     * Returns the most frequent class of the first {@code k} others; for a tie, the class of the
     * nearest.
     */
    private static int vote(int[] near, int own, int k, Labels labels) {
        int[] votes = new int[labels.classes().size()];
        int most = 0;
        for (int place = 0, seen = 0; place < near.length && seen < k; place++) {
            if (near[place] != own) {
                most = Math.max(most, ++votes[labels.get(near[place])]);
                seen++;
            }
        }
        for (int other : near) {
            if (other != own && votes[labels.get(other)] == most) {
                return labels.get(other);
            }
        }
        throw new IllegalStateException("nobody voted");
    }

    /** Returns the classes that have samples. */
    private static int[] labels(Labels labels) {
        return Arrays.stream(labels.toArray()).sorted().distinct().toArray();
    }

    private static Matrix means(Matrix truth, Labels labels) {
        int[] there = labels(labels);
        float[][] means = new float[there.length][];
        for (int c = 0; c < there.length; c++) {
            int[] rows = labels.rowsOf(there[c]);
            double[] sum = new double[truth.cols()];
            for (int row : rows) {
                float[] sample = truth.row(row);
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += sample[j];
                }
            }
            means[c] = new float[sum.length];
            for (int j = 0; j < sum.length; j++) {
                means[c][j] = (float) (sum[j] / rows.length);
            }
        }
        return Matrix.of(means);
    }
}
