package relrep.kernels.tile;

/** The measures of nearness. */
public enum Closeness {
    /** The cosine: larger is nearer. A zero vector has cosine 0 with every vector. */
    COSINE,
    /** The Euclidean distance: smaller is nearer. */
    EUCLIDEAN
}
