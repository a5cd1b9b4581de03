package relrep.onnx.model;

/** How the vectors of a sample's tokens become one vector. */
public enum Pooling {
    /** Their mean. */
    MEAN,
    /** The first, which some models train for this. */
    CLS,
    /** The model gives one vector a sample itself. */
    NONE
}
