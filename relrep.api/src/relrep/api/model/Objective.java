package relrep.api.model;

/** The aim of training: reconstruction or classification. */
public enum Objective {
    /** The output reconstructs the input, {@code n × shape.size()}; loss: mean squared error. */
    RECONSTRUCT,
    /** The output is one score per class, {@code n × classes}; loss: cross-entropy. */
    CLASSIFY
}
