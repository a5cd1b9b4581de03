package relrep.models.layer;

import java.util.List;

/**
 * The embeddings of a text's tokens, one after another. The inputs are the ids of the tokens; 0 is
 * padding, which comes after all tokens. The layers above learn from it how many tokens there are.
 *
 * @param vocabulary the number of ids, the padding included
 * @param width of an embedding
 * @param bound the embeddings are initially uniform within {@code ± bound}
 */
public record TokenEmbedding(int vocabulary, int width, double bound) implements Layer {
    /** Makes embeddings that initially have variance 1. */
    public TokenEmbedding(int vocabulary, int width) {
        this(vocabulary, width, Math.sqrt(3));
    }

    @Override
    public Volume output(Volume input) {
        return new Volume(1, input.size(), width);
    }

    @Override
    public List<Parameter> parameters(Volume input) {
        return List.of(EmbeddingTable.parameter(vocabulary, width, bound));
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        return new Work(this, site);
    }

    private static final class Work implements Kernel {
        private final LayerBuffers site;
        private final int tokens;
        private final int width;
        private final EmbeddingTable table;
        private final float[] y;
        private final float[] dx;
        private final float[] slope;
        private float[] x;

        Work(TokenEmbedding layer, LayerBuffers site) {
            this.site = site;
            tokens = site.input().size();
            width = layer.width;
            table = new EmbeddingTable(site, layer.vocabulary, width);
            y = site.values(tokens * width);
            dx = site.inputGradients();
            slope = new float[width];
        }

        @Override
        public float[] forward(float[] ids, int rows, BatchContext pass) {
            x = ids;
            table.begin();
            site.lane().tokens().count(x, rows, tokens);
            for (int i = 0; i < rows * tokens; i++) {
                System.arraycopy(table.row(table.token(x[i])), 0, y, i * width, width);
            }
            return y;
        }

        /** Gives padding its gradient as well; it is 0 where the layers above leave it out. */
        @Override
        public float[] backward(float[] gradient, int rows) {
            for (int i = 0; i < rows * tokens; i++) {
                System.arraycopy(gradient, i * width, slope, 0, width);
                add(table.slope((int) x[i]), slope);
            }
            table.write();
            return dx;
        }

        private static void add(float[] x, float[] y) {
            for (int i = 0; i < x.length; i++) {
                x[i] += y[i];
            }
        }
    }
}
