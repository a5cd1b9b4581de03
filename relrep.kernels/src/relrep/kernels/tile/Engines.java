package relrep.kernels.tile;

/** Chooses the engine, once. */
final class Engines {
    private static final Engine BEST = choose();

    private Engines() {}

    /** Returns the fastest engine that works here. */
    static Engine best() {
        return BEST;
    }

    private static Engine choose() {
        try {
            return OpenBlas.load();
        } catch (LinkageError | RuntimeException absent) {
            return new Plain();
        }
    }
}
