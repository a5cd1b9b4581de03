package relrep.kernels.tile;

/**
 * The resources for the work: engines and threads.
 *
 * @param engines multiply blocks of rows
 * @param workers share the blocks
 */
record Machine(Engines engines, Workers workers) {
    /** Returns the fastest engines of this machine, with all its processors. */
    static Machine best() {
        return new Machine(Engines.here(), Workers.all());
    }

    /**
     * Returns the engine for all pairs of {@code n} and {@code m} rows of {@code d} coordinates.
     */
    Engine engine(int n, int m, int d) {
        return engines.forWork((long) n * m * d);
    }
}
