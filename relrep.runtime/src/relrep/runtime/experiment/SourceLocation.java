package relrep.runtime.experiment;

import relrep.api.run.InvalidInputException;

/**
 * A place in a file or setting, for messages.
 *
 * @param label the file, as the user knows it, or the setting, {@code setting width=3}
 * @param line from 1; 0 if there are no lines
 */
@SuppressWarnings("AnnotateFormatMethod") // its annotation is in a jar that nothing else needs
public record SourceLocation(String label, int line) {
    /** Returns the exception about the text at this place. */
    public InvalidInputException refuse(String sentence, Object... values) {
        return refuse(null, sentence, values);
    }

    /**
     * Returns the exception about the text at this place, with the underlying exception as cause.
     */
    public InvalidInputException refuse(Throwable cause, String sentence, Object... values) {
        String text = values.length == 0 ? sentence : sentence.formatted(values);
        return new InvalidInputException(this + ": " + text.replaceAll("\\R", " "), cause);
    }

    @Override
    public String toString() {
        return line == 0 ? label : label + ":" + line;
    }
}
