package relrep.results;

/** A signal ended a run, which ends the renewal too. */
final class EndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exit;

    EndedException(int exit) {
        super("ended; the same command goes on");
        this.exit = exit;
    }

    /** Returns the exit code of the run. */
    int exit() {
        return exit;
    }
}
