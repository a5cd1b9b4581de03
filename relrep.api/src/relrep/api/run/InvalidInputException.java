package relrep.api.run;

import java.util.Optional;

/**
 * The input is not valid. The message is one sentence for the user: what must hold, what was given,
 * and the choices. It is thrown before work starts.
 */
public final class InvalidInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The name of the refused value, or null. */
    private final String value;

    /**
     * Makes the exception.
     *
     * @param sentence what must hold, what was given, the choices
     */
    public InvalidInputException(String sentence) {
        super(sentence);
        this.value = null;
    }

    /**
     * Makes the exception with a cause, for {@code --stacktrace}.
     *
     * @param sentence what must hold, what was given, the choices
     * @param cause the underlying exception
     */
    public InvalidInputException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.value = null;
    }

    private InvalidInputException(String value, String rule, Throwable cause) {
        super(value + " " + rule, cause);
        this.value = value;
    }

    /**
     * Returns the exception for a value that the caller chose. The sentence begins with the value's
     * name. A command line replaces it with the name of its option.
     *
     * @param value its name, {@code held-out share}
     * @param rule the rest of the sentence, {@code must be above 0 and below 1, not 1.5}
     */
    public static InvalidInputException of(String value, String rule) {
        return new InvalidInputException(value, rule, null);
    }

    /**
     * Returns the exception like {@link #of(String, String)}, with the underlying exception as
     * cause.
     */
    public static InvalidInputException of(String value, String rule, Throwable cause) {
        return new InvalidInputException(value, rule, cause);
    }

    /** Returns the name of the refused value, where the sentence is about one. */
    public Optional<String> value() {
        return Optional.ofNullable(value);
    }
}
