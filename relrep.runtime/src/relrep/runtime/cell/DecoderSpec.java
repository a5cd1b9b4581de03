package relrep.runtime.cell;

import relrep.api.run.Seed;

import java.util.Optional;

/**
 * The specification of a decoder trained alone, on the latents of a network.
 *
 * @param network the network of the latents
 * @param relative the anchors and the similarity; empty for a decoder of the latents themselves, as
 *     a network has whose encoder is not trained
 */
public record DecoderSpec(NetworkSpec network, Optional<RelativeSpec> relative) {
    /** Returns a decoder of relative latents. */
    public static DecoderSpec of(NetworkSpec network, RelativeSpec relative) {
        return new DecoderSpec(network, Optional.of(relative));
    }

    /** Returns a decoder of the latents themselves. */
    public static DecoderSpec own(NetworkSpec network) {
        return new DecoderSpec(network, Optional.empty());
    }

    /** Returns the branch of its randomness. */
    public Seed branch() {
        return network.branch().branch(relative.isPresent() ? "relative decoder" : "decoder");
    }

    /** Returns its name in messages. */
    public String label() {
        return "decoder of "
                + network.label()
                + relative.map(
                                how ->
                                        " relative by "
                                                + how.similarity()
                                                + " to "
                                                + how.anchors().selector())
                        .orElse("");
    }
}
