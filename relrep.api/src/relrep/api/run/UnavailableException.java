package relrep.api.run;

/**
 * The machine lacks something: data that cannot be had, network, disk, native libraries. The
 * message is one sentence for the user, with the way to get it.
 */
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is missing.
     *
     * @param sentence what is missing and how to get it
     * @param cause what was found underneath, or null
     */
    public UnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
