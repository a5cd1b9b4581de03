package relrep.bench;

/** What is timed: everything that a user pays for in a call, and nothing of the set-up. */
interface Work extends AutoCloseable {
    /** Does it once; returns a matrix or a number. */
    Object run();

    @Override
    default void close() {}
}
