package relrep.runtime.cell;

import relrep.api.run.Seed;

/**
 * The specification of a decoder trained on the relative latents of a network.
 *
 * @param network the network of the latents
 * @param relative the anchors and the similarity
 */
public record DecoderSpec(NetworkSpec network, RelativeSpec relative) {
    /** Returns the branch of its randomness. */
    public Seed branch() {
        return network.branch().branch("relative decoder");
    }

    /** Returns its name in messages. */
    public String label() {
        return "decoder of "
                + network.label()
                + " relative by "
                + relative.similarity()
                + " to "
                + relative.anchors().selector();
    }
}
