package relrep.metrics.pair;

/** The estimators of independence. */
public enum Estimator {
    /** The biased estimator, from the centred kernels. It rises with few samples. */
    BIASED,
    /**
     * The unbiased estimator, from the kernels without their diagonals. It is 0 on average for
     * unrelated spaces.
     */
    UNBIASED
}
