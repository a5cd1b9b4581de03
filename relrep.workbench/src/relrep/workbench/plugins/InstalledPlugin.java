package relrep.workbench.plugins;

/**
 * The description of an installed plugin. The plugin itself need not have been created.
 *
 * @param kind its kind
 * @param name its name in experiments
 * @param description one sentence
 * @param source where its definition comes from, or empty
 * @param bundle symbolic name of the bundle that brings it
 * @param version of that bundle
 * @param state whether it can be used
 * @param reason why it cannot be used, one sentence, or empty
 */
public record InstalledPlugin(
        Kind kind,
        String name,
        String description,
        String source,
        String bundle,
        String version,
        State state,
        String reason) {

    /** Returns the same plugin in another state. */
    InstalledPlugin in(State other, String why) {
        return new InstalledPlugin(kind, name, description, source, bundle, version, other, why);
    }

    /** The states of a plugin. */
    public enum State {
        /** It can be used. */
        READY,
        /** It needs a service that is missing. */
        WAITING,
        /** It could not be created. */
        FAILED,
        /** Another plugin of the same name is used. */
        HIDDEN;

        /** Returns the word for the state. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
