package relrep.kernels.tile;

/**
 * What the work is done on.
 *
 * @param engines multiply
 * @param workers share the blocks
 */
record Machine(Engines engines, Workers workers) {
    /** The fastest engines that work here, on all processors. */
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
