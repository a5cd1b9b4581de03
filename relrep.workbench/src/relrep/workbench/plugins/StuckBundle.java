package relrep.workbench.plugins;

/**
 * A file or bundle that brings no plugin of the list.
 *
 * @param name symbolic name, or the file's name where it has none
 * @param version of the bundle, or empty
 * @param file where it came from
 * @param state one word, for example {@code unresolved}, {@code stopped} or {@code unreadable}
 * @param reason one sentence
 */
public record StuckBundle(String name, String version, String file, String state, String reason) {
    /** Returns whether it works all the same, because its services need no name. */
    public boolean works() {
        return state.equals(NamelessServices.NAMELESS);
    }
}
