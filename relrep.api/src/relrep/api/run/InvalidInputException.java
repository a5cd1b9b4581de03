package relrep.api.run;

/**
 * What was given cannot be worked with. The message is one sentence for the user: what must hold,
 * what was, what there is to choose from. Thrown before work starts.
 */
public final class InvalidInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Refuses.
     *
     * @param sentence what must hold, what was, what there is
     */
    public InvalidInputException(String sentence) {
        super(sentence);
    }

    /**
     * Refuses, and keeps what was found underneath for {@code --stacktrace}.
     *
     * @param sentence what must hold, what was, what there is
     * @param cause what was found underneath
     */
    public InvalidInputException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
