package relrep.cli.command;

/**
 * A suggestion for completing a command line.
 *
 * @param text the whole word
 * @param description its description, or empty
 * @param complete whether the word is complete with it
 */
public record Suggestion(String text, String description, boolean complete) {}
