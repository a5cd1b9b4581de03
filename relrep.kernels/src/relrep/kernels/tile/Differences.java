package relrep.kernels.tile;

import java.util.Arrays;

/**
 * A panel for rows of few coordinates. It computes squared distances coordinate by coordinate,
 * which is as fast as a product and has no cancellation. It returns {@code -|x − y|²/2} where other
 * panels return {@code ⟨x, y⟩}, so that {@code 0 + 0 − 2⟨x, y⟩} is the squared distance.
 */
final class Differences implements Engine.Panel {
    /** The largest width for which this is the better method. */
    static final int WIDEST = 8;

    private final float[][] coordinates;
    private final int count;

    Differences(float[] rows, int count, int width) {
        this.count = count;
        this.coordinates = new float[width][count];
        for (int j = 0; j < count; j++) {
            for (int t = 0; t < width; t++) {
                coordinates[t][j] = rows[j * width + t];
            }
        }
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int stride() {
        return count;
    }

    @Override
    public void multiply(float[] left, int rows, float[] c) {
        int width = coordinates.length;
        float[] sums = new float[count];
        for (int i = 0; i < rows; i++) {
            Arrays.fill(sums, 0);
            for (int t = 0; t < width; t++) {
                subtract(left[i * width + t], coordinates[t], sums);
            }
            System.arraycopy(sums, 0, c, i * count, count);
        }
    }

    private static void subtract(float value, float[] coordinate, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            float v = coordinate[j] - value;
            sums[j] -= .5f * v * v;
        }
    }
}
