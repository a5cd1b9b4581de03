package relrep.workbench.contract;

/**
 * A plugin broke its contract, or threw what its contract does not allow. The message is one
 * sentence: the plugin, the call, what must hold, what was returned. Work that does not need the
 * plugin continues.
 */
public final class PluginFailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The name of the plugin. */
    private final String plugin;

    PluginFailureException(String plugin, String sentence, Throwable cause) {
        super(sentence, cause);
        this.plugin = plugin;
    }

    /** Returns the name of the plugin: {@code similarity 'cosine'}. */
    public String plugin() {
        return plugin;
    }

    /** Returns this exception with a further fact in brackets. */
    public PluginFailureException with(String fact) {
        return new PluginFailureException(
                plugin,
                "%s (%s)".formatted(getMessage(), fact),
                getCause() == null ? this : getCause());
    }

    /** Returns whether the plugin ran out of memory. */
    public boolean outOfMemory() {
        return getCause() instanceof OutOfMemoryError;
    }
}
