package relrep.models.layer;

import java.util.Arrays;
import java.util.List;

/**
 * The mean of the embeddings of a text's tokens. The inputs are the ids of the tokens; 0 is padding
 * and does not count. A text without tokens becomes zeros.
 *
 * @param vocabulary the number of ids, the padding included
 * @param width of an embedding
 * @param bound the embeddings are initially uniform within {@code ± bound}
 */
public record MeanEmbedding(int vocabulary, int width, double bound) implements Layer {
    /** Makes embeddings that initially have variance 1. */
    public MeanEmbedding(int vocabulary, int width) {
        this(vocabulary, width, Math.sqrt(3));
    }

    @Override
    public Volume output(Volume input) {
        return Volume.flat(width);
    }

    @Override
    public List<Parameter> parameters(Volume input) {
        return List.of(EmbeddingTable.parameter(vocabulary, width, bound));
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        return new Work(this, site);
    }

    /** The kernel. It adds four embeddings at a time, since each loop has a cost of its own. */
    private static final class Work implements Kernel {
        private static final int TOGETHER = 4;

        private final int tokens;
        private final int width;
        private final EmbeddingTable table;
        private final float[] y;
        private final float[] dx;
        private final float[] sum;
        private final float[] none;

        /** The tokens of each sample, without padding, and how many there are. */
        private final int[] ids;

        private final int[] counts;

        Work(MeanEmbedding layer, LayerBuffers site) {
            tokens = site.input().size();
            width = layer.width;
            table = new EmbeddingTable(site, layer.vocabulary, width);
            y = site.values(width);
            dx = site.inputGradients();
            sum = new float[width];
            none = new float[width];
            ids = new int[site.capacity() * tokens];
            counts = new int[site.capacity()];
        }

        @Override
        public float[] forward(float[] x, int rows, BatchContext pass) {
            table.begin();
            for (int row = 0; row < rows; row++) {
                int from = row * tokens;
                int end = from;
                for (int i = from; i < from + tokens; i++) {
                    if (x[i] != 0) {
                        ids[end++] = table.token(x[i]);
                    }
                }
                counts[row] = end - from;
                Arrays.fill(sum, 0f);
                for (int i = from; i < end; i += TOGETHER) {
                    add(sum, row(i, end), row(i + 1, end), row(i + 2, end), row(i + 3, end));
                }
                multiply(sum, share(row));
                System.arraycopy(sum, 0, y, row * width, width);
            }
            return y;
        }

        private float[] row(int i, int end) {
            return i < end ? table.row(ids[i]) : none;
        }

        private float share(int row) {
            return counts[row] == 0 ? 0f : 1f / counts[row];
        }

        @Override
        public float[] backward(float[] gradient, int rows) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(gradient, row * width, sum, 0, width);
                multiply(sum, share(row));
                for (int i = row * tokens; i < row * tokens + counts[row]; i++) {
                    add(table.slope(ids[i]), sum);
                }
            }
            table.write();
            return dx;
        }

        private static void add(float[] x, float[] a, float[] b, float[] c, float[] d) {
            for (int i = 0; i < x.length; i++) {
                x[i] += a[i] + b[i] + (c[i] + d[i]);
            }
        }

        private static void add(float[] x, float[] y) {
            for (int i = 0; i < x.length; i++) {
                x[i] += y[i];
            }
        }

        private static void multiply(float[] x, float factor) {
            for (int i = 0; i < x.length; i++) {
                x[i] *= factor;
            }
        }
    }
}
