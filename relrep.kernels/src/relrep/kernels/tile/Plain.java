package relrep.kernels.tile;

import java.util.Arrays;

/** Multiplies in plain Java, if no faster engine is available. */
final class Plain implements Engine {
    @Override
    public String name() {
        return "plain Java";
    }

    @Override
    public int blockRows() {
        return 60;
    }

    @Override
    public Panel panel(float[] rows, int count, int width) {
        return new Columns(transposed(rows, count, width), count);
    }

    /** Returns one array per coordinate, which the compiler turns into vector instructions. */
    private static float[][] transposed(float[] rows, int count, int width) {
        float[][] columns = new float[width][count];
        for (int j = 0; j < count; j++) {
            for (int t = 0; t < width; t++) {
                columns[t][j] = rows[j * width + t];
            }
        }
        return columns;
    }

    @SuppressWarnings("ArrayRecordComponent") // working memory, never compared
    private record Columns(float[][] columns, int count) implements Panel {
        @Override
        public int stride() {
            return count;
        }

        @Override
        public void multiply(float[] left, int rows, float[] c) {
            int width = columns.length;
            float[] sums = new float[count];
            for (int i = 0; i < rows; i++) {
                Arrays.fill(sums, 0);
                for (int t = 0; t < width; t++) {
                    add(left[i * width + t], columns[t], sums);
                }
                System.arraycopy(sums, 0, c, i * count, count);
            }
        }

        private static void add(float factor, float[] column, float[] sums) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += factor * column[j];
            }
        }
    }
}
