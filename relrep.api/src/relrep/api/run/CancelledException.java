package relrep.api.run;

/** The work is no longer wanted. Thrown by {@link Run#step}; plugins let it pass. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the signal.
     *
     * @param reason why the work ends, one sentence
     */
    public CancelledException(String reason) {
        super(reason, null, false, false);
    }
}
