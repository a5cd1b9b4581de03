package relrep.api.run;

/**
 * The machine lacks something: data, network, disk space, native libraries. The message is one
 * sentence for the user and says how to get it.
 */
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param sentence what is missing and how to get it
     * @param cause the underlying exception, or null
     */
    public UnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
