package relrep.workbench.plugins;

/**
 * A file or bundle of which no line in the list of plugins speaks.
 *
 * @param name symbolic name, or the file's name where it has none
 * @param version of the bundle, or empty
 * @param file where it came from
 * @param state one word, such as {@code unresolved}, {@code stopped} or {@code unreadable}
 * @param reason one sentence
 */
public record StuckBundle(String name, String version, String file, String state, String reason) {
    /** Whether it does something all the same: its services need no name. */
    public boolean works() {
        return state.equals(NamelessServices.NAMELESS);
    }
}
