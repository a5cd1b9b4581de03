package relrep.models.layer;

import relrep.api.run.InvalidInputException;
import relrep.models.memory.FloatBlock;

import java.util.Arrays;

/**
 * The embeddings of a vocabulary, and their gradients, for one thread. Of each batch it copies only
 * the rows that it needs. The row of the padding, 0, is used only where a layer asks for it.
 */
final class EmbeddingTable {
    static final String NAME = "embedding";

    private final int width;
    private final FloatBlock values;
    private final FloatBlock gradients;
    private final float[][] rows;
    private final float[][] slopes;
    private final int[] read;
    private final int[] learnt;
    private final float[] zeros;
    private int batch;

    EmbeddingTable(LayerBuffers site, int vocabulary, int width) {
        this.width = width;
        values = site.parameters().get(NAME);
        gradients = site.gradients().get(NAME);
        rows = new float[vocabulary][width];
        slopes = gradients == null ? new float[0][] : new float[vocabulary][width];
        read = new int[vocabulary];
        learnt = new int[vocabulary];
        zeros = gradients == null ? new float[0] : new float[vocabulary * width];
    }

    /**
     * Returns the parameter.
     *
     * @param bound the embeddings are initially uniform within {@code ± bound}
     */
    static Parameter parameter(int vocabulary, int width, double bound) {
        return new Parameter(NAME, vocabulary, width, 0f, (float) bound);
    }

    /** Begins a batch, for which embeddings may have changed. */
    void begin() {
        batch++;
    }

    /** Returns a token as a whole number. */
    int token(float id) {
        int token = (int) id;
        if (token != id || token < 0 || token >= rows.length) {
            throw new InvalidInputException(
                    "a token must be a whole number from 0 to %d, not %s"
                            .formatted(rows.length - 1, id));
        }
        return token;
    }

    /** Returns the embedding of a token. */
    float[] row(int token) {
        if (read[token] != batch) {
            read[token] = batch;
            values.get(token * width, rows[token], 0, width);
        }
        return rows[token];
    }

    /** Returns the gradient of a token's embedding in this batch, to be added to. */
    float[] slope(int token) {
        if (learnt[token] != batch) {
            learnt[token] = batch;
            Arrays.fill(slopes[token], 0f);
        }
        return slopes[token];
    }

    /** Writes the gradients of this batch; those of tokens that it does not have are 0. */
    void write() {
        gradients.put(0, zeros, 0, zeros.length);
        for (int token = 0; token < slopes.length; token++) {
            if (learnt[token] == batch) {
                gradients.put(token * width, slopes[token], 0, width);
            }
        }
    }
}
