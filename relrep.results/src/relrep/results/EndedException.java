package relrep.results;

/** A signal has ended a run, and the renewal with it. */
final class EndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exit;

    EndedException(int exit) {
        super("ended; the same command goes on");
        this.exit = exit;
    }

    /** Returns the exit code that the run ended with. */
    int exit() {
        return exit;
    }
}
