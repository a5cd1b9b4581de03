package relrep.models.layer;

import relrep.models.memory.FloatBlock;
import relrep.models.memory.Gemm;
import relrep.models.memory.MovableView;

/**
 * Computes the small products of attention, one for each sample and head, on matrices inside larger
 * ones. The queries, keys and values of a token are stored one after another, with the heads' parts
 * side by side. The weights are stored as keys × (sample, head, query), so that softmax goes down
 * columns.
 */
final class Heads {
    private final int count;
    private final int tokens;
    private final int dim;
    private final int part;
    private final int stride;
    private final MovableView query;
    private final MovableView key;
    private final MovableView value;
    private final MovableView weight;
    private final MovableView mix;

    /**
     * Places them in their memory.
     *
     * @param count the number of heads
     * @param tokens the number of tokens in a sample
     * @param dim the channels of a token
     * @param asked the queries, keys and values
     * @param weights the weight of each value for each query
     * @param stride the distance between two rows of weights
     * @param mixed the outputs of the heads
     */
    Heads(
            int count,
            int tokens,
            int dim,
            FloatBlock asked,
            FloatBlock weights,
            int stride,
            FloatBlock mixed) {
        this.count = count;
        this.tokens = tokens;
        this.dim = dim;
        this.stride = stride;
        part = dim / count;
        query = new MovableView(asked, 3 * dim);
        key = new MovableView(asked, 3 * dim);
        value = new MovableView(asked, 3 * dim);
        weight = new MovableView(weights, stride);
        mix = new MovableView(mixed, dim);
    }

    /** Returns the number of heads. */
    int count() {
        return count;
    }

    private int asked(int sample, int head) {
        return sample * tokens * 3 * dim + head * part;
    }

    private int mixed(int sample, int head) {
        return sample * tokens * dim + head * part;
    }

    private int column(int sample, int head) {
        return (sample * count + head) * tokens;
    }

    /**
     * Writes the scores, not scaled: {@code KQᵀ}.
     *
     * @param samples the number of samples
     * @param first the number of the first sample
     * @param at the start of their weights
     */
    void score(int samples, int first, int at) {
        for (int s = 0; s < samples; s++) {
            for (int h = 0; h < count; h++) {
                int from = asked(first + s, h);
                Gemm.productTransposed(
                        tokens,
                        tokens,
                        part,
                        key.at(from + dim),
                        query.at(from),
                        0,
                        weight.at(at + column(s, h)));
            }
        }
    }

    /** Writes the outputs of the heads: {@code PV}. */
    void mix(int samples, int first, int at) {
        for (int s = 0; s < samples; s++) {
            for (int h = 0; h < count; h++) {
                Gemm.transposedProduct(
                        tokens,
                        part,
                        tokens,
                        weight.at(at + column(s, h)),
                        value.at(asked(first + s, h) + 2 * dim),
                        0,
                        mix.at(mixed(first + s, h)));
            }
        }
    }

    /** Places the gradients of one chunk in their memory. */
    Gradients gradients(FloatBlock asked, FloatBlock weights, FloatBlock mixed) {
        return new Gradients(asked, weights, mixed);
    }

    /** The gradients of the same products. */
    final class Gradients {
        private final MovableView toQuery;
        private final MovableView toKey;
        private final MovableView toValue;
        private final MovableView toWeight;
        private final MovableView toMix;

        private Gradients(FloatBlock asked, FloatBlock weights, FloatBlock mixed) {
            toQuery = new MovableView(asked, 3 * dim);
            toKey = new MovableView(asked, 3 * dim);
            toValue = new MovableView(asked, 3 * dim);
            toWeight = new MovableView(weights, stride);
            toMix = new MovableView(mixed, dim);
        }

        /** Computes the gradients of weights and values from those of the outputs. */
        void unmix(int samples, int first, int at) {
            for (int s = 0; s < samples; s++) {
                for (int h = 0; h < count; h++) {
                    toMix.at(mixed(s, h));
                    value.at(asked(first + s, h) + 2 * dim);
                    weight.at(at + column(s, h));
                    Gemm.productTransposed(
                            tokens, tokens, part, value, toMix, 0, toWeight.at(column(s, h)));
                    toValue.at(asked(s, h) + 2 * dim);
                    Gemm.product(tokens, part, tokens, weight, toMix, 0, toValue);
                }
            }
        }

        /**
         * Computes the gradients of queries and keys from those of the scores, which are not
         * scaled.
         */
        void unscore(int samples, int first) {
            for (int s = 0; s < samples; s++) {
                for (int h = 0; h < count; h++) {
                    int from = asked(first + s, h);
                    int to = asked(s, h);
                    toWeight.at(column(s, h));
                    key.at(from + dim);
                    Gemm.transposedProduct(tokens, part, tokens, toWeight, key, 0, toQuery.at(to));
                    query.at(from);
                    Gemm.product(tokens, part, tokens, toWeight, query, 0, toKey.at(to + dim));
                }
            }
        }
    }
}
