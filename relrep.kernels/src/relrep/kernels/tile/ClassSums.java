package relrep.kernels.tile;

import java.util.Arrays;

/**
 * Sums the distances of a panel of points to each class. Sums of a few points are in floats, and
 * these are added in double. Candidates are buffered, so that one loop in vector instructions
 * checks a few of them for cancellation.
 */
final class ClassSums implements PairStream.Judge {
    /** The number of floats added before the sum goes to double. */
    private static final int FEW = 32;

    /** The number of buffered candidates. */
    private static final int GROUP = 16;

    private final Pairs pairs;
    private final ExactScores exact;
    private final Silhouette silhouette;
    private final int from;
    private final double[] result;
    private final float[] squares;
    private final float[][] parts;
    private final int[] added;
    private final double[][] sums;
    private final int[] candidates = new int[GROUP];
    private final float[] lefts = new float[GROUP];
    private final float[][] distances;
    private final float[] margin;
    private int held;

    ClassSums(Pairs pairs, Silhouette silhouette, int from, int count, double[] result) {
        this.pairs = pairs;
        this.exact = new ExactScores(pairs);
        this.silhouette = silhouette;
        this.from = from;
        this.result = result;
        this.squares = new float[count];
        this.distances = new float[GROUP][count];
        this.margin = new float[count];
        Arrays.fill(margin, Float.POSITIVE_INFINITY);
        this.parts = new float[silhouette.classes()][count];
        this.added = new int[silhouette.classes()];
        this.sums = new double[silhouette.classes()][count];
        for (int i = 0; i < count; i++) {
            squares[i] = square(from + i);
        }
    }

    /**
     * Returns the square of a row; NaN if it is outside the range of float32, so that every
     * comparison fails.
     */
    private float square(int point) {
        return Float.isFinite(pairs.candidateSlack(point)) ? (float) pairs.shift(point) : Float.NaN;
    }

    @Override
    public void look(int candidate, float[] products) {
        float square = square(candidate);
        if (pairs.direct()) {
            Euclid.distances(square, squares, products);
            count(candidate, products);
            return;
        }
        measure(square, squares, products, distances[held]);
        Cancellation.narrow(square, squares, distances[held], margin);
        candidates[held] = candidate;
        lefts[held] = square;
        if (++held == GROUP) {
            release();
        }
    }

    /** Turns products into distances. */
    private static void measure(float left, float[] right, float[] products, float[] distances) {
        for (int j = 0; j < distances.length; j++) {
            distances[j] = (float) Math.sqrt(left + right[j] - 2 * products[j]);
        }
    }

    private void release() {
        for (int i = 0; i < margin.length; i++) {
            if (!(margin[i] > 0)) {
                correct(i);
            }
            margin[i] = Float.POSITIVE_INFINITY;
        }
        for (int h = 0; h < held; h++) {
            count(candidates[h], distances[h]);
        }
        held = 0;
    }

    /** Recomputes cancelled distances in double. */
    private void correct(int i) {
        for (int h = 0; h < held; h++) {
            if (Cancellation.in(distances[h][i], lefts[h], squares[i])) {
                distances[h][i] = (float) Math.sqrt(-exact.score(from + i, candidates[h]));
            }
        }
    }

    private void count(int candidate, float[] row) {
        int label = silhouette.label(candidate);
        add(row, parts[label]);
        if (++added[label] == FEW) {
            carry(label);
        }
    }

    private static void add(float[] distances, float[] part) {
        for (int i = 0; i < part.length; i++) {
            part[i] += distances[i];
        }
    }

    private void carry(int label) {
        for (int i = 0; i < squares.length; i++) {
            sums[label][i] += parts[label][i];
            parts[label][i] = 0;
        }
        added[label] = 0;
    }

    @Override
    public void conclude() {
        release();
        for (int label = 0; label < sums.length; label++) {
            carry(label);
        }
        double[] own = new double[sums.length];
        for (int i = 0; i < squares.length; i++) {
            for (int label = 0; label < own.length; label++) {
                own[label] = sums[label][i];
            }
            result[from + i] = silhouette.value(from + i, own);
        }
    }
}
