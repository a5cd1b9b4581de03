package relrep.kernels.tile;

/** By what neighbours are near. */
public enum Closeness {
    /** By the cosine: larger is nearer. A zero vector has cosine 0 with everything. */
    COSINE,
    /** By the Euclidean distance: smaller is nearer. */
    EUCLIDEAN
}
