package relrep.launch;

import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/**
 * Receives signals sent to this process. The JDK class for this is internal and compilers warn
 * about it, so it is looked up by name.
 */
final class Signals {
    private Signals() {}

    /**
     * Installs a handler for a signal.
     *
     * @param name without SIG
     * @param heard receives the name, on the signal's thread
     * @return whether it was installed; false for a signal that the system does not have or that
     *     the virtual machine reserves
     */
    static boolean hear(String name, Consumer<String> heard) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object hearing =
                    Proxy.newProxyInstance(
                            Signals.class.getClassLoader(),
                            new Class<?>[] {handler},
                            (proxy, method, arguments) -> {
                                heard.accept(name);
                                return null;
                            });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), hearing);
            return true;
        } catch (ReflectiveOperationException notHere) {
            return false;
        }
    }
}
