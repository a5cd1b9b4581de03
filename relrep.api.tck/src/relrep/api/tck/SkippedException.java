package relrep.api.tck;

/** A law cannot be checked here, for example that of a dataset whose files are missing. */
public final class SkippedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param reason one sentence
     */
    public SkippedException(String reason) {
        super(reason, null, false, false);
    }
}
