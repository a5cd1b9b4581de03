package relrep.workbench.plugins;

/**
 * A file or bundle that was meant to bring plugins and does not.
 *
 * @param name symbolic name, or the file's name where it has none
 * @param version of the bundle, or empty
 * @param file where it came from
 * @param state {@code unresolved}, {@code stopped} or {@code unreadable}
 * @param reason one sentence
 */
public record StuckBundle(String name, String version, String file, String state, String reason) {}
