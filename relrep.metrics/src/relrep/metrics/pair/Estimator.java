package relrep.metrics.pair;

/** How independence is estimated from samples. */
public enum Estimator {
    /** From the centred kernels; rises with few samples. */
    BIASED,
    /** From the kernels without their diagonals; 0 on average for unrelated spaces. */
    UNBIASED
}
