package relrep.models.layer;

import relrep.models.memory.FloatBlock;
import relrep.models.memory.Gemm;
import relrep.models.memory.MovableView;
import relrep.models.memory.Scratch;

import java.util.Arrays;
import java.util.List;

/**
 * Self-attention with several heads (Vaswani et al., NeurIPS 2017): {@code softmax(QKᵀ/√d) V} over
 * the tokens of a sample, where d is the channels of a head. One linear map before it gives
 * queries, keys and values; another one follows.
 *
 * @param heads the number of heads, which share the channels
 * @param texts whether the samples are texts, whose padding gets no attention
 */
public record SelfAttention(int heads, boolean texts) implements Layer {
    private static final String ASK_WEIGHT = "ask.weight";
    private static final String ASK_BIAS = "ask.bias";
    private static final String MIX_WEIGHT = "mix.weight";
    private static final String MIX_BIAS = "mix.bias";

    /** Makes attention to all tokens. */
    public SelfAttention(int heads) {
        this(heads, false);
    }

    @Override
    public Volume output(Volume input) {
        if (input.channels() % heads != 0) {
            throw new IllegalArgumentException(
                    "%d heads cannot share %d channels".formatted(heads, input.channels()));
        }
        return input;
    }

    @Override
    public List<Parameter> parameters(Volume input) {
        int dim = input.channels();
        return List.of(
                Parameter.spread(ASK_WEIGHT, 3 * dim, dim, dim),
                Parameter.spread(ASK_BIAS, 1, 3 * dim, dim),
                Parameter.spread(MIX_WEIGHT, dim, dim, dim),
                Parameter.spread(MIX_BIAS, 1, dim, dim));
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        return new Work(this, site);
    }

    /**
     * The kernel. Queries, keys and values are off the heap, a token's one after another; so are
     * the weights and outputs of the heads. In inference, each chunk overwrites the memory of the
     * chunk before.
     */
    private static final class Work implements Kernel {
        private static final int ASKED = 3;

        /** The number of weights that stay in the second-level cache. */
        private static final int CACHED = 131_072;

        /** A score that leaves no weight in a softmax. */
        private static final float UNSEEN = -1e30f;

        private final Heads heads;
        private final int tokens;
        private final int dim;
        private final int chunk;
        private final boolean learning;
        private final boolean wanted;
        private final Scratch scratch;
        private final Softmax softmax;
        private final Bias askBias;
        private final Bias mixBias;
        private final FloatBlock askedBlock;
        private final FloatBlock weightBlock;
        private final MovableView asked;
        private final MovableView mixed;
        private final MovableView askWeight;
        private final MovableView mixWeight;
        private final LayerBuffers site;
        private final boolean texts;
        private final float[] unseen;
        private final float[] none;
        private final float[] askGradient;
        private final float[] y;
        private final float[] dx;
        private float[] x;

        Work(SelfAttention layer, LayerBuffers site) {
            int count = layer.heads;
            this.site = site;
            texts = layer.texts;
            tokens = site.input().pixels();
            dim = site.input().channels();
            learning = !site.gradients().isEmpty();
            wanted = site.wanted();
            chunk =
                    Math.min(
                            BatchTile.of(site.capacity(), tokens, BatchTile.ROWS),
                            BatchTile.of(site.capacity(), tokens * tokens * count, CACHED));
            int chunks = learning ? (site.capacity() + chunk - 1) / chunk : 1;
            int rows = chunk * tokens;
            scratch = site.lane().scratch();
            softmax = new Softmax(tokens, rows * count, 1 / Math.sqrt(Math.floorDiv(dim, count)));
            askedBlock = scratch.own(chunks * rows * ASKED * dim);
            weightBlock = scratch.own(chunks * softmax.size());
            FloatBlock mixedBlock = scratch.own(chunks * rows * dim);
            asked = new MovableView(askedBlock, ASKED * dim);
            mixed = new MovableView(mixedBlock, dim);
            askWeight = new MovableView(site.parameters().get(ASK_WEIGHT), dim);
            mixWeight = new MovableView(site.parameters().get(MIX_WEIGHT), dim);
            heads =
                    new Heads(
                            count,
                            tokens,
                            dim,
                            askedBlock,
                            weightBlock,
                            softmax.stride(),
                            mixedBlock);
            askBias = new Bias(site, ASK_BIAS, ASKED * dim);
            mixBias = new Bias(site, MIX_BIAS, dim);
            scratch.reserve(0, rows * dim);
            scratch.reserve(1, softmax.size());
            scratch.reserve(2, rows * dim);
            scratch.reserve(3, rows * ASKED * dim);
            askGradient = learning ? site.values(tokens * ASKED * dim) : new float[0];
            y = site.values(site.input().size());
            dx = site.inputGradients();
            unseen = new float[count * tokens];
            none = new float[count * tokens];
            Arrays.fill(unseen, UNSEEN);
        }

        /** Sets the scores or weights of the padding of some samples, for all queries and heads. */
        private void pad(int samples, int low, int at, float[] value) {
            for (int s = 0; s < samples && texts; s++) {
                for (int key = site.lane().tokens().of(low + s); key < tokens; key++) {
                    int from = at + key * softmax.stride() + s * value.length;
                    weightBlock.put(from, value, 0, value.length);
                }
            }
        }

        @Override
        public float[] forward(float[] inputs, int samples, BatchContext pass) {
            x = inputs;
            FloatBlock outer = scratch.block(0);
            MovableView rowsOf = new MovableView(outer, dim);
            for (int low = 0; low < samples; low += chunk) {
                int n = Math.min(chunk, samples - low);
                int rows = n * tokens;
                int first = learning ? low : 0;
                int at = first * tokens * dim;
                outer.put(0, x, low * tokens * dim, rows * dim);
                askBias.fill(askedBlock, ASKED * at, rows * ASKED * dim);
                Gemm.productTransposed(
                        rows, ASKED * dim, dim, rowsOf, askWeight, 1, asked.at(ASKED * at));
                int weights = first / chunk * softmax.size();
                heads.score(n, first, weights);
                pad(n, low, weights, unseen);
                softmax.forward(weightBlock, weights, rows * heads.count());
                pad(n, low, weights, none);
                heads.mix(n, first, weights);
                Gemm.productTransposed(rows, dim, dim, mixed.at(at), mixWeight, 0, rowsOf);
                outer.get(0, y, low * tokens * dim, rows * dim);
            }
            mixBias.add(y, samples * tokens * dim);
            return y;
        }

        @Override
        public float[] backward(float[] gradient, int samples) {
            FloatBlock outer = scratch.block(0);
            MovableView rowsOf = new MovableView(outer, dim);
            MovableView mixedGradient = new MovableView(scratch.block(2), dim);
            MovableView askedGradient = new MovableView(scratch.block(3), ASKED * dim);
            MovableView askWeightGradient = new MovableView(site.gradients().get(ASK_WEIGHT), dim);
            MovableView mixWeightGradient = new MovableView(site.gradients().get(MIX_WEIGHT), dim);
            Heads.Gradients gradients =
                    heads.gradients(scratch.block(3), scratch.block(1), scratch.block(2));
            for (int low = 0; low < samples; low += chunk) {
                int n = Math.min(chunk, samples - low);
                int rows = n * tokens;
                int at = low * tokens * dim;
                int weights = low / chunk * softmax.size();
                float beta = low == 0 ? 0 : 1;
                outer.put(0, gradient, at, rows * dim);
                Gemm.transposedProduct(
                        dim, dim, rows, rowsOf, mixed.at(at), beta, mixWeightGradient);
                Gemm.product(rows, dim, dim, rowsOf, mixWeight, 0, mixedGradient);
                gradients.unmix(n, low, weights);
                softmax.backward(weightBlock, weights, scratch.block(1), rows * heads.count());
                gradients.unscore(n, low);
                scratch.block(3).get(0, askGradient, ASKED * at, rows * ASKED * dim);
                outer.put(0, x, at, rows * dim);
                Gemm.transposedProduct(
                        ASKED * dim, dim, rows, askedGradient, rowsOf, beta, askWeightGradient);
                if (wanted) {
                    Gemm.product(rows, dim, ASKED * dim, askedGradient, askWeight, 0, rowsOf);
                    outer.get(0, dx, at, rows * dim);
                }
            }
            mixBias.learn(gradient, samples * tokens * dim);
            askBias.learn(askGradient, samples * tokens * ASKED * dim);
            return dx;
        }
    }
}
