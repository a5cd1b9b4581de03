package relrep.datasets.image;

/** The scales of pixel values. */
public enum Scale {
    /** From 0, black, to 1, white. */
    UNIT,
    /**
     * Standardised: minus the set's published mean, divided by its standard deviation, channel by
     * channel.
     */
    STANDARD,
    /** From -1, black, to 1, white. */
    MINUS_ONE_ONE
}
