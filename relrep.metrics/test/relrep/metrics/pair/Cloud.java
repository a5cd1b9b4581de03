package relrep.metrics.pair;

import relrep.api.data.Matrix;
import relrep.api.data.Space;

import java.util.random.RandomGenerator;

/** Makes random spaces that are partly related. */
final class Cloud {
    private Cloud() {}

    /** Returns Gaussian points of which the first three coordinates are the same for all seeds. */
    static Space of(String name, int n, int d, long seed) {
        RandomGenerator shared = new java.util.SplittableRandom(7);
        RandomGenerator own = new java.util.SplittableRandom(seed);
        float[] values = new float[n * d];
        for (int i = 0; i < n; i++) {
            for (int t = 0; t < d; t++) {
                values[i * d + t] = (float) (own.nextGaussian() * (1 + .3 * t) + 2);
            }
            for (int t = 0; t < 3; t++) {
                double same = shared.nextGaussian();
                values[i * d + t % d] += (float) same;
            }
        }
        return Space.of(name, Matrix.of(n, d, values));
    }

    /** Returns the values in double. */
    static double[][] values(Space space) {
        double[][] values = new double[space.size()][space.width()];
        for (int i = 0; i < values.length; i++) {
            for (int t = 0; t < values[i].length; t++) {
                values[i][t] = space.latents().get(i, t);
            }
        }
        return values;
    }

    /** Returns all Euclidean distances. */
    static double[][] distances(Space space) {
        double[][] points = values(space);
        double[][] table = new double[points.length][points.length];
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table.length; j++) {
                double sum = 0;
                for (int t = 0; t < points[i].length; t++) {
                    sum += (points[i][t] - points[j][t]) * (points[i][t] - points[j][t]);
                }
                table[i][j] = Math.sqrt(sum);
            }
        }
        return table;
    }
}
