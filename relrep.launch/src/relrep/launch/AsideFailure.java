package relrep.launch;

import relrep.workbench.calls.PluginCall;

import java.util.Optional;

/**
 * The failure of a background thread that threw an exception.
 *
 * @param ofPlugin whether the thread belongs to a plugin
 * @param sentence the message for the user
 */
record AsideFailure(boolean ofPlugin, String sentence) {
    /** Finds the owner of the thread as far as its stack shows it. {@code felix} may be null. */
    static AsideFailure of(Thread thread, Throwable thrown, Felix felix) {
        String what = what(thrown);
        Optional<PluginCall> call = Optional.empty();
        try {
            if (felix != null) {
                call = felix.calls().in(thrown.getStackTrace());
            }
        } catch (RuntimeException | Error unknown) {
            call = Optional.empty(); // a framework that stops, or too little memory
        }
        return call.map(found -> new AsideFailure(true, found.failed(what)))
                .orElseGet(
                        () ->
                                new AsideFailure(
                                        false,
                                        "thread '%s' failed: %s"
                                                .formatted(thread.getName(), what)));
    }

    /** The message of the exception. The exception's methods are plugin code too and may throw. */
    private static String what(Throwable thrown) {
        String type = thrown.getClass().getSimpleName();
        try {
            String message = thrown.getMessage();
            return message == null ? type : type + ": " + message;
        } catch (RuntimeException | Error mute) {
            return type;
        }
    }
}
