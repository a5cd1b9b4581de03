package relrep.torture;

/** One kind of harm, tried many times. */
interface Trial extends AutoCloseable {
    /** The name by which it is asked for, such as {@code kill-run}. */
    String kind();

    /** Makes what all attempts share: inputs, and the answers of an undisturbed process. */
    void prepare() throws Exception;

    /**
     * Tries once. Several threads may try at the same time.
     *
     * @throws Loss when relrep lost work, hung, printed a stack trace or gave a wrong number
     */
    void attempt(Attempt attempt) throws Exception;

    /** Whether attempts stand on one another, so that one thread makes them in order. */
    default boolean sequential() {
        return false;
    }

    /** What was measured besides, such as the growth of the heap; empty where nothing was. */
    default String findings() {
        return "";
    }

    /** Ends what attempts share, and judges it as a whole. */
    @Override
    default void close() throws Exception {}
}
