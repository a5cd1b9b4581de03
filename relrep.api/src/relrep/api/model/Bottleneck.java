package relrep.api.model;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.DifferentiableSimilarity;

/** What stands between encoder and decoder while a network is trained. */
public sealed interface Bottleneck {
    /** Returns the width of the encoder's output, <i>d</i>. */
    int width();

    /**
     * The latents themselves.
     *
     * @param width <i>d</i> ≥ 1
     */
    record Absolute(int width) implements Bottleneck {
        /** Requires a width. */
        public Absolute {
            requireWidth(width);
        }
    }

    /**
     * The similarities of the latents to those of <i>k</i> fixed samples, the anchors: the decoder
     * takes <i>k</i> values. The anchors pass the encoder as it is at that step, as samples that
     * are only looked at do (running means, no dropout), and no gradient flows to them. A
     * similarity with statistics takes them from each batch of latents that is trained on, and from
     * the anchors' latents where validation samples are looked at.
     *
     * <p>Moschella et al., ICLR 2023 (anchors passed at every step; their code normalises what the
     * decoder takes); Lähner &amp; Moeller, 2023, section 3.3 and tables 2 and 6 (anchors fixed
     * beforehand, nothing normalised).
     *
     * @param width <i>d</i> ≥ 1
     * @param anchors samples, {@code k × shape.size()}, k ≥ 1
     * @param similarity what compares a latent vector with the anchors', not calibrated
     * @param every steps after which the anchors pass the encoder again, ≥ 1; the first is one
     * @param normalised whether each row of similarities is brought to mean 0 and variance 1, with
     *     a factor and a shift learnt for each anchor, before the decoder takes it (Ba et al.,
     *     2016); this belongs to the decoder, which takes plain similarities
     */
    record Relative(
            int width,
            Matrix anchors,
            DifferentiableSimilarity similarity,
            int every,
            boolean normalised)
            implements Bottleneck {
        /** Requires a width, an anchor and a number of steps. */
        public Relative {
            requireWidth(width);
            if (anchors.rows() < 1) {
                throw new InvalidInputException(
                        "a relative bottleneck needs at least 1 anchor, there is none");
            }
            if (every < 1) {
                throw new InvalidInputException(
                        "anchors are embedded again after at least 1 step, not " + every);
            }
        }

        /** Returns the bottleneck whose anchors are embedded at every step, not normalised. */
        public Relative(int width, Matrix anchors, DifferentiableSimilarity similarity) {
            this(width, anchors, similarity, 1, false);
        }
    }

    private static void requireWidth(int width) {
        if (width < 1) {
            throw new InvalidInputException("a bottleneck is at least 1 wide, not " + width);
        }
    }
}
