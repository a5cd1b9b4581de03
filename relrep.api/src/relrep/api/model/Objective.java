package relrep.api.model;

/** What a network is trained for. */
public enum Objective {
    /** The output is the input again, {@code n × shape.size()}; loss: mean squared error. */
    RECONSTRUCT,
    /** The output is one score a class, {@code n × classes}; loss: cross-entropy. */
    CLASSIFY
}
