package relrep.text.dataset;

/** How fine the classes of a set are. */
public enum Grain {
    /** Few classes. */
    COARSE,
    /** Many classes. */
    FINE
}
