package relrep.api.run;

/** The work was cancelled. {@link Run#step} throws it; plugins let it pass. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param reason why the work ends, one sentence
     */
    public CancelledException(String reason) {
        super(reason, null, false, false);
    }
}
