package relrep.launch;

import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/**
 * Signals to this process. Java has them in a class that is no part of its interface, which
 * compilers warn of; so it is looked for by its name.
 */
final class Signals {
    private Signals() {}

    /**
     * Has a signal heard.
     *
     * @param name without SIG
     * @param heard takes the name, on a thread of the signal's
     * @return whether it can be: not where the system has no such signal, nor one that the virtual
     *     machine keeps for itself
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
