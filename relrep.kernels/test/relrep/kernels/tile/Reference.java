package relrep.kernels.tile;

import relrep.api.data.Matrix;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The definitions, computed pair by pair in double, as reference for the fast methods. */
final class Reference {
    private Reference() {}

    /** The score of one pair, larger is closer. */
    static double score(float[] x, float[] y, Closeness closeness) {
        return closeness == Closeness.COSINE ? cosine(x, y) : -squaredDistance(x, y);
    }

    static double cosine(float[] x, float[] y) {
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int t = 0; t < x.length; t++) {
            xy += (double) x[t] * y[t];
            xx += (double) x[t] * x[t];
            yy += (double) y[t] * y[t];
        }
        return xx == 0 || yy == 0 ? 0 : xy / (Math.sqrt(xx) * Math.sqrt(yy));
    }

    static double distance(float[] x, float[] y) {
        return Math.sqrt(squaredDistance(x, y));
    }

    private static double squaredDistance(float[] x, float[] y) {
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            sum += ((double) x[t] - y[t]) * ((double) x[t] - y[t]);
        }
        return sum;
    }

    static int[] nearest(
            Matrix queries, int i, Matrix candidates, int k, Closeness closeness, boolean others) {
        double[] scores = scores(queries, i, candidates, closeness);
        return IntStream.range(0, scores.length)
                .filter(j -> !others || j != i)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> -scores[j]).thenComparing(j -> j))
                .limit(k)
                .mapToInt(j -> j)
                .toArray();
    }

    private static double[] scores(Matrix queries, int i, Matrix candidates, Closeness closeness) {
        float[] query = queries.row(i);
        return IntStream.range(0, candidates.rows())
                .mapToDouble(j -> score(query, candidates.row(j), closeness))
                .toArray();
    }

    static int rank(Matrix source, int i, Matrix target, Closeness closeness) {
        double[] scores = scores(source, i, target, closeness);
        return 1 + (int) Arrays.stream(scores).filter(score -> score > scores[i]).count();
    }

    /** How likely each candidate is among the nearest, if a draw decides among equals. */
    static double[] odds(
            Matrix queries, int i, Matrix candidates, int k, Closeness closeness, boolean others) {
        double[] scores = scores(queries, i, candidates, closeness);
        double[] odds = new double[scores.length];
        for (int j = 0; j < odds.length; j++) {
            int before = 0;
            int equal = 0;
            for (int t = 0; t < odds.length; t++) {
                if (!others || t != i) {
                    before += scores[t] > scores[j] + 1e-12 ? 1 : 0;
                    equal += Math.abs(scores[t] - scores[j]) <= 1e-12 ? 1 : 0;
                }
            }
            boolean own = others && j == i;
            odds[j] = own ? 0 : Math.max(0, Math.min(1, (k - before) / (double) equal));
        }
        return odds;
    }
}
