package relrep.workbench.plugins;

/**
 * A plugin as the installation knows it, without having made it.
 *
 * @param kind what it is
 * @param name what experiments call it
 * @param description one sentence
 * @param source where its definition comes from, or empty
 * @param bundle symbolic name of the bundle that brings it
 * @param version of that bundle
 * @param state whether it can be used
 * @param reason why it cannot, one sentence, or empty
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

    /** Whether a plugin can be used. */
    public enum State {
        /** There for use. */
        READY,
        /** It would be there if a service that it needs were. */
        WAITING,
        /** It was asked for and could not be made. */
        FAILED,
        /** Another one of its name is used. */
        HIDDEN;

        /** Returns the word for it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
