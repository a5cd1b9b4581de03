package relrep.datasets.image;

/** What the values of pixels become. */
public enum Scale {
    /** From 0, black, to 1, white. */
    UNIT,
    /** Less the set's published mean, divided by its standard deviation, channel by channel. */
    STANDARD,
    /** From -1, black, to 1, white. */
    MINUS_ONE_ONE
}
