package relrep.runtime.cell;

import relrep.api.run.Seed;

/**
 * A decoder to train once, on the relative latents of a network.
 *
 * @param network whose latents
 * @param relative how they are made relative
 */
public record DecoderSpec(NetworkSpec network, RelativeSpec relative) {
    /** Returns where its randomness comes from. */
    public Seed branch() {
        return network.branch().branch("relative decoder");
    }

    /** Returns how messages call it. */
    public String label() {
        return "decoder of "
                + network.label()
                + " relative by "
                + relative.similarity()
                + " to "
                + relative.anchors().selector();
    }
}
