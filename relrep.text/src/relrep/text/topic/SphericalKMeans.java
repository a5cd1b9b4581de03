package relrep.text.topic;

import relrep.api.run.Run;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * K-means on sparse vectors of length 1 by their cosine. It starts as k-means++ does, several times
 * from fixed seeds, and keeps the centres with the largest sum of cosines.
 *
 * <p>Source: Dhillon &amp; Modha, Concept Decompositions for Large Sparse Text Data Using
 * Clustering, 2001; Arthur &amp; Vassilvitskii, k-means++, 2007.
 */
final class SphericalKMeans {
    private static final int STARTS = 5;
    private static final int ROUNDS = 50;

    private final List<SparseVector> vectors;
    private final int width;
    private final double[][] centres;
    private final int[] nearest;
    private double cosines;

    private SphericalKMeans(List<SparseVector> vectors, int width, int k, long seed) {
        this.vectors = vectors;
        this.width = width;
        this.centres = new double[k][];
        this.nearest = new int[vectors.size()];
        start(new SplittableRandom(seed));
    }

    /** Returns <i>k</i> centres of length 1, or 0 where no vector is near one. */
    static double[][] centres(List<SparseVector> vectors, int width, int k, Run run) {
        SphericalKMeans best = null;
        for (int start = 0; start < STARTS; start++) {
            SphericalKMeans one = new SphericalKMeans(vectors, width, k, start + 1);
            for (int round = 0; round < ROUNDS && one.assign(); round++) {
                run.step(start * (long) ROUNDS + round, (long) STARTS * ROUNDS);
                one.update();
            }
            best = best == null || one.cosines > best.cosines ? one : best;
        }
        return best.centres;
    }

    /** Returns the centre with the largest cosine; the first of several. */
    static int nearest(SparseVector vector, double[][] centres) {
        int best = 0;
        double largest = vector.times(centres[0]);
        for (int j = 1; j < centres.length; j++) {
            double cosine = vector.times(centres[j]);
            if (cosine > largest) {
                best = j;
                largest = cosine;
            }
        }
        return best;
    }

    private void start(SplittableRandom random) {
        double[] far = new double[vectors.size()];
        Arrays.fill(far, 1);
        for (int j = 0; j < centres.length; j++) {
            centres[j] = new double[width];
            vectors.get(draw(far, random)).addTo(centres[j]);
            for (int i = 0; i < far.length; i++) {
                far[i] = Math.min(far[i], Math.max(0, 1 - vectors.get(i).times(centres[j])));
            }
        }
    }

    private static int draw(double[] weights, SplittableRandom random) {
        double at = random.nextDouble() * Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Assigns each vector to its nearest centre, and returns whether one has changed. */
    private boolean assign() {
        boolean changed = false;
        cosines = 0;
        for (int i = 0; i < nearest.length; i++) {
            int now = nearest(vectors.get(i), centres);
            changed |= now != nearest[i];
            nearest[i] = now;
            cosines += vectors.get(i).times(centres[now]);
        }
        return changed;
    }

    private void update() {
        for (double[] centre : centres) {
            Arrays.fill(centre, 0);
        }
        for (int i = 0; i < nearest.length; i++) {
            vectors.get(i).addTo(centres[nearest[i]]);
        }
        for (double[] centre : centres) {
            double squares = 0;
            for (double value : centre) {
                squares += value * value;
            }
            double length = Math.sqrt(squares);
            for (int c = 0; length > 0 && c < width; c++) {
                centre[c] /= length;
            }
        }
    }
}
