package relrep.kernels.tile;

/**
 * What the work is done on.
 *
 * @param engine multiplies
 * @param workers share the blocks
 */
record Machine(Engine engine, Workers workers) {
    /** The fastest engine that works here, on all processors. */
    static Machine best() {
        return new Machine(Engines.best(), Workers.all());
    }
}
