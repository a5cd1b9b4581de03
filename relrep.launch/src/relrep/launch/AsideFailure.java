package relrep.launch;

import relrep.workbench.calls.PluginCall;

import java.util.Optional;

/**
 * A thread that nobody waits for has ended by a throw.
 *
 * @param ofPlugin whether it is a plugin's
 * @param sentence what is said of it
 */
record AsideFailure(boolean ofPlugin, String sentence) {
    /** Finds out whose thread it is, as far as its stack says that; felix may be null. */
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

    /** What it says of itself is code of a plugin, too. */
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
