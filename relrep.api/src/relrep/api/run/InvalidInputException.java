package relrep.api.run;

import java.util.Optional;

/**
 * What was given cannot be worked with. The message is one sentence for the user: what must hold,
 * what was, what there is to choose from. Thrown before work starts.
 */
public final class InvalidInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The value that was refused, or null. */
    private final String value;

    /**
     * Refuses.
     *
     * @param sentence what must hold, what was, what there is
     */
    public InvalidInputException(String sentence) {
        super(sentence);
        this.value = null;
    }

    /**
     * Refuses, and keeps what was found underneath for {@code --stacktrace}.
     *
     * @param sentence what must hold, what was, what there is
     * @param cause what was found underneath
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
     * Refuses a value that the caller chose. The sentence begins with the value's name; a command
     * line puts the name of its option there.
     *
     * @param value its name, {@code held-out share}
     * @param rule the rest of the sentence, {@code must be above 0 and below 1, not 1.5}
     */
    public static InvalidInputException of(String value, String rule) {
        return new InvalidInputException(value, rule, null);
    }

    /** Refuses a value as {@link #of(String, String)} does, and keeps what was found underneath. */
    public static InvalidInputException of(String value, String rule, Throwable cause) {
        return new InvalidInputException(value, rule, cause);
    }

    /** Returns the name of the value that was refused, where it was one. */
    public Optional<String> value() {
        return Optional.ofNullable(value);
    }
}
