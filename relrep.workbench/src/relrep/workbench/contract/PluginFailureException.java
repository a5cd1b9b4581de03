package relrep.workbench.contract;

/**
 * A plugin broke its contract, or threw what its contract does not allow. The message is one
 * sentence: the plugin, the call, what must hold, what was. Work that does not need the plugin goes
 * on.
 */
public final class PluginFailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Which plugin. */
    private final String plugin;

    PluginFailureException(String plugin, String sentence, Throwable cause) {
        super(sentence, cause);
        this.plugin = plugin;
    }

    /** Returns which plugin it was: {@code similarity 'cosine'}. */
    public String plugin() {
        return plugin;
    }

    /** Returns it with something to be known in brackets. */
    public PluginFailureException with(String fact) {
        return new PluginFailureException(
                plugin,
                "%s (%s)".formatted(getMessage(), fact),
                getCause() == null ? this : getCause());
    }

    /** Tells whether the plugin ran out of memory. */
    public boolean outOfMemory() {
        return getCause() instanceof OutOfMemoryError;
    }
}
