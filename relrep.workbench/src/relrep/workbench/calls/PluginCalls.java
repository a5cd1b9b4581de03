package relrep.workbench.calls;

import org.osgi.framework.Bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Supplier;

/**
 * The current calls into plugins on all threads. They are read from the threads' stacks, so nothing
 * is recorded when a call begins. Constructors, activators and static initialisers count as well.
 */
public final class PluginCalls {
    private static final List<String> CALLERS = List.of("relrep.", "org.apache.felix.");
    private static final Set<String> ENDS =
            Set.of("java.lang.Runtime.exit", "java.lang.System.exit", "java.lang.Shutdown.exit");

    private static final String LAMBDA = "^lambda\\$(\\w+)\\$\\d+$";

    private final BundleFinder homes;

    /** Looks for plugins among the bundles of a framework; the supplier is called each time. */
    public PluginCalls(Supplier<Bundle[]> bundles) {
        this.homes = new BundleFinder(bundles);
    }

    /**
     * Returns the calls on some threads, each once. If none of these threads is in a plugin, the
     * thread pools that they may wait for are searched.
     */
    public List<PluginCall> of(Collection<Thread> threads) {
        Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();
        Set<PluginCall> calls = new LinkedHashSet<>();
        for (Thread thread : threads) {
            call(stacks.get(thread)).ifPresent(calls::add);
        }
        if (calls.isEmpty()) {
            stacks.forEach(
                    (thread, stack) -> {
                        if (thread instanceof ForkJoinWorkerThread) {
                            call(stack).ifPresent(calls::add);
                        }
                    });
        }
        return List.copyOf(calls);
    }

    /** Returns the calls on all threads. */
    public List<PluginCall> all() {
        return of(Thread.getAllStackTraces().keySet());
    }

    /** Returns one sentence with the plugin that is ending the virtual machine, if one does. */
    public Optional<String> ending() {
        return Thread.getAllStackTraces().values().stream()
                .filter(PluginCalls::ends)
                .map(stack -> in(stack).map(PluginCall::ended).orElse(PluginCall.ENDED))
                .findFirst();
    }

    /** Returns the call that a stack shows, also on a thread that a plugin started itself. */
    public Optional<PluginCall> in(StackTraceElement... stack) {
        return call(stack).or(() -> own(stack));
    }

    private Optional<PluginCall> own(StackTraceElement... stack) {
        List<StackTraceElement> inside =
                Arrays.stream(stack).filter(frame -> home(frame).isPresent()).toList();
        if (inside.isEmpty()) {
            return Optional.empty();
        }
        Bundle bundle = home(inside.get(0)).orElseThrow();
        StackTraceElement entry = inside.get(0);
        List<String> types = new ArrayList<>();
        for (StackTraceElement frame : inside) {
            if (home(frame).filter(bundle::equals).isPresent()) {
                boolean made = frame.getClassName().contains("$$"); // for a lambda
                entry = made ? entry : frame;
                types.add(frame.getClassName());
            }
        }
        return Optional.of(
                new PluginCall(
                        BundleFinder.name(bundle, types),
                        place(entry) + " on a thread of its own"));
    }

    private static boolean ends(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .anyMatch(
                        frame -> ENDS.contains(frame.getClassName() + "." + frame.getMethodName()));
    }

    /** The innermost plugin counts: if one plugin called another, the inner one hangs. */
    private Optional<PluginCall> call(StackTraceElement[] stack) {
        if (stack == null) {
            return Optional.empty();
        }
        for (int i = 0; i < stack.length; i++) {
            Optional<Bundle> home = home(stack[i]);
            if (home.isPresent()) {
                return entered(home.get(), stack, i);
            }
        }
        return Optional.empty();
    }

    private Optional<Bundle> home(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.startsWith("java.") || type.startsWith("jdk.")
                ? Optional.empty()
                : homes.of(type);
    }

    /** Walks from the innermost frame of a bundle outwards to the frame that was called first. */
    private Optional<PluginCall> entered(Bundle bundle, StackTraceElement[] stack, int innermost) {
        List<String> types = new ArrayList<>();
        StackTraceElement entry = stack[innermost];
        for (int i = innermost; i < stack.length; i++) {
            StackTraceElement frame = stack[i];
            boolean inside = home(frame).filter(bundle::equals).isPresent();
            if (inside) {
                entry = frame;
                types.add(frame.getClassName());
            } else if (CALLERS.stream().anyMatch(frame.getClassName()::startsWith)) {
                return Optional.of(new PluginCall(BundleFinder.name(bundle, types), place(entry)));
            }
        }
        return Optional.empty(); // a thread that the plugin started itself
    }

    private static String place(StackTraceElement entry) {
        return switch (entry.getMethodName()) {
            case "<clinit>" -> "its static initialiser";
            case "<init>" -> "its constructor";
            default -> "'" + entry.getMethodName().replaceFirst(LAMBDA, "$1") + "'";
        };
    }
}
