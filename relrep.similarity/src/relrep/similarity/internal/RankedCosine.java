package relrep.similarity.internal;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Tunable;
import relrep.api.similarity.Similarity;

import java.util.Arrays;
import java.util.Set;

/**
 * The rank of each cosine in its row, scaled from -1 for the lowest to 1 for the highest; equal
 * cosines share their mean rank.
 *
 * @param options with {@code by=rank}
 */
record RankedCosine(CalibratedCosine.Options options)
        implements Similarity, Tunable<Similarity, CalibratedCosine.Options> {
    @Override
    public Similarity with(CalibratedCosine.Options other) {
        return new CalibratedCosine().with(other);
    }

    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        Matrix cosines = new Cosine().compare(points, anchors);
        return Matrix.filled(
                cosines.rows(),
                cosines.cols(),
                memory -> {
                    Ties ties = Ties.ofCosines(points, anchors);
                    for (int i = 0; i < cosines.rows(); i++) {
                        float[] row = cosines.row(i);
                        float[] places = places(row);
                        for (int[] equals : ties.of(i, row)) {
                            share(equals, places);
                        }
                        memory.put(places);
                    }
                });
    }

    private static void share(int[] equals, float[] places) {
        double sum = 0;
        for (int j : equals) {
            sum += places[j];
        }
        for (int j : equals) {
            places[j] = (float) (sum / equals.length);
        }
    }

    private static float[] places(float[] row) {
        float[] sorted = row.clone();
        Arrays.sort(sorted);
        float[] places = new float[row.length];
        for (int j = 0; j < row.length && row.length > 1; j++) {
            double below = first(sorted, row[j]);
            double upTo = first(sorted, Math.nextUp(row[j]));
            places[j] = (float) ((below + upTo - row.length) / (row.length - 1));
        }
        return places;
    }

    /** Returns the number of values below this one; 0 and -0 are equal. */
    private static int first(float[] sorted, float value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public Set<Invariance> invariances() {
        return new CalibratedCosine().invariances();
    }

    @Override
    public boolean takesAnchorsTogether() {
        return true;
    }
}
