package relrep.torture;

/** A trial: one kind of harm, attempted many times. */
interface Trial extends AutoCloseable {
    /** Returns its name on the command line, for example {@code kill-run}. */
    String kind();

    /** Makes the resources of all attempts: inputs, and the answers of an undisturbed process. */
    void prepare() throws Exception;

    /**
     * Makes one attempt. Several threads may do so at the same time.
     *
     * @throws Loss when relrep lost work, hung, printed a stack trace or gave a wrong number
     */
    void attempt(Attempt attempt) throws Exception;

    /** Returns whether attempts depend on each other, so that one thread makes them in order. */
    default boolean sequential() {
        return false;
    }

    /**
     * Returns further measurements, for example the growth of the heap; empty if there are none.
     */
    default String findings() {
        return "";
    }

    /** Releases the resources of all attempts, and judges them as a whole. */
    @Override
    default void close() throws Exception {}
}
