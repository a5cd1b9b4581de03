package relrep.bench;

/** The measured work: everything that a user pays for in a call, without set-up. */
interface Work extends AutoCloseable {
    /** Does the work once; returns a matrix or a number. */
    Object run();

    @Override
    default void close() {}
}
