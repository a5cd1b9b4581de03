package relrep.anchors;

/** The distances between two samples. */
public enum Distance {
    /** Euclidean distance. */
    EUCLIDEAN,
    /** 1 minus the cosine; the zero vector has cosine 0 with every vector. */
    COSINE
}
