package relrep.kernels.tile;

/**
 * Computes scores of single pairs in double precision; larger is closer. It is scratch memory of
 * one thread.
 *
 * <p>Two equally close pairs may differ in the last digits of their sums. A difference within the
 * worst rounding error of these sums is a tie.
 */
final class ExactScores {
    private static final double UNIT = 0x1p-53;

    private final Pairs pairs;
    private final float[] query;
    private final float[] candidate;
    private int held = -1;

    ExactScores(Pairs pairs) {
        this.pairs = pairs;
        this.query = new float[pairs.width()];
        this.candidate = new float[pairs.width()];
    }

    /** Returns the cosine, or the negated squared distance of the scaled rows. */
    double score(int i, int j) {
        if (held != i) {
            pairs.untouchedQueries().read(i, 1, query);
            held = i;
        }
        pairs.untouchedCandidates().read(j, 1, candidate);
        return switch (pairs.closeness()) {
            case COSINE -> cosine(pairs.queryNorm(i), pairs.candidateNorm(j));
            case EUCLIDEAN -> -squaredDistance(query, candidate) * pairs.squareScale();
        };
    }

    private double cosine(double queryNorm, double candidateNorm) {
        double even = 0;
        double odd = 0;
        int last = query.length - 1;
        for (int t = 0; t < last; t += 2) {
            even += (double) query[t] * candidate[t];
            odd += (double) query[t + 1] * candidate[t + 1];
        }
        if (last % 2 == 0) {
            even += (double) query[last] * candidate[last];
        }
        double norms = queryNorm * candidateNorm;
        return norms == 0 ? 0 : (even + odd) / norms;
    }

    /** Returns the largest rounding error of a score; scores that differ by less are a tie. */
    double doubt(double score) {
        double size = pairs.closeness() == Closeness.COSINE ? 1 : Math.abs(score);
        return (pairs.width() + 32) * UNIT * size;
    }

    static double squaredDistance(float[] x, float[] y) {
        double even = 0;
        double odd = 0;
        int last = x.length - 1;
        for (int t = 0; t < last; t += 2) {
            double a = (double) x[t] - y[t];
            double b = (double) x[t + 1] - y[t + 1];
            even += a * a;
            odd += b * b;
        }
        if (last % 2 == 0) {
            double a = (double) x[last] - y[last];
            even += a * a;
        }
        return even + odd;
    }
}
