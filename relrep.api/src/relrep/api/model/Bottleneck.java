package relrep.api.model;

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
            if (width < 1) {
                throw new relrep.api.run.InvalidInputException(
                        "a bottleneck is at least 1 wide, not " + width);
            }
        }
    }
}
