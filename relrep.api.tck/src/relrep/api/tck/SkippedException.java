package relrep.api.tck;

/** A law that cannot be looked at here, such as that of a dataset whose files are elsewhere. */
public final class SkippedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param reason one sentence
     */
    public SkippedException(String reason) {
        super(reason, null, false, false);
    }
}
