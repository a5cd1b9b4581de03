package relrep.workbench.calls;

/**
 * A call into a plugin that has not returned.
 *
 * @param plugin its name, for example {@code similarity 'blocks' of org.example.city 1.0.0}; only
 *     the bundle where the plugin is not known
 * @param place the called method, for example {@code compare} or {@code its static initialiser}
 */
public record PluginCall(String plugin, String place) {
    /** The message where no stack shows which plugin it was. */
    public static final String ENDED = "a thread of a plugin ended the process by System.exit";

    /** Returns the end of a sentence: what did not return, and from where. */
    public String unreturned() {
        return "%s did not return from %s".formatted(plugin, place);
    }

    /** Returns a sentence: what failed, and how. */
    public String failed(String what) {
        return "%s failed in %s: %s".formatted(plugin, place, what);
    }

    /** Returns the end of a sentence: what ended the process. */
    public String ended() {
        return "%s ended the process by System.exit in %s".formatted(plugin, place);
    }
}
