package relrep.anchors;

/** How far apart two samples are. */
public enum Distance {
    /** The length of the difference. */
    EUCLIDEAN,
    /** One less the cosine of the angle; the zero vector has cosine 0 with everything. */
    COSINE
}
