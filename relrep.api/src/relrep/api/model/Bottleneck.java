package relrep.api.model;

import relrep.api.data.Inputs;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.DifferentiableSimilarity;

/** The layer between encoder and decoder during training. */
public sealed interface Bottleneck {
    /** Returns the width of the encoder's output, <i>d</i>. */
    int width();

    /**
     * The latents themselves.
     *
     * @param width <i>d</i> ≥ 1
     */
    record Absolute(int width) implements Bottleneck {
        /** Checks the width. */
        public Absolute {
            requireWidth(width);
        }
    }

    /**
     * The similarities of the latents to those of <i>k</i> fixed samples, the anchors: the decoder
     * takes <i>k</i> values. The current encoder embeds the anchors in inference mode (running
     * means, no dropout). No gradient flows to them. A similarity with statistics takes them from
     * each training batch of latents. For validation it takes them from the anchors' latents.
     *
     * <p>Moschella et al., ICLR 2023 (anchors passed at every step; their code normalises what the
     * decoder takes); Lähner &amp; Moeller, 2023, section 3.3 and tables 2 and 6 (anchors fixed
     * beforehand, nothing normalised).
     *
     * @param width <i>d</i> ≥ 1
     * @param anchors <i>k</i> samples, k ≥ 1, of the content of the training samples
     * @param similarity the similarity of latents to the anchors' latents, not calibrated
     * @param every the anchors are embedded again after this many steps, ≥ 1, beginning with the
     *     first step
     * @param normalised whether each row of similarities is normalised to mean 0 and variance 1,
     *     with a learnt factor and shift for each anchor (layer normalisation, Ba et al., 2016).
     *     This layer is part of the decoder, whose input stays the plain similarities
     */
    record Relative(
            int width,
            Inputs anchors,
            DifferentiableSimilarity similarity,
            int every,
            boolean normalised)
            implements Bottleneck {
        /** Checks the width, the anchors and the number of steps. */
        public Relative {
            requireWidth(width);
            if (anchors.size() < 1) {
                throw new InvalidInputException(
                        "a relative bottleneck needs at least 1 anchor, there is none");
            }
            if (every < 1) {
                throw new InvalidInputException(
                        "anchors are embedded again after at least 1 step, not " + every);
            }
        }

        /** Makes a bottleneck whose anchors are embedded at every step, without normalisation. */
        public Relative(int width, Inputs anchors, DifferentiableSimilarity similarity) {
            this(width, anchors, similarity, 1, false);
        }
    }

    private static void requireWidth(int width) {
        if (width < 1) {
            throw new InvalidInputException("a bottleneck is at least 1 wide, not " + width);
        }
    }
}
