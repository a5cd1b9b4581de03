package relrep.cli.command;

/**
 * Something that may be typed next.
 *
 * @param text the whole word
 * @param description what it is, or empty
 * @param complete whether the word ends with it
 */
public record Suggestion(String text, String description, boolean complete) {}
