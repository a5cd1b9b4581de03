package relrep.workbench.plugins;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

import relrep.workbench.install.PluginCopies;
import relrep.workbench.plugins.InstalledPlugin.State;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Creates each third-party plugin once to find out whether it can be created. Declarative Services
 * registers a component before it creates it. So each is created on a thread of its own and then
 * released. relrep's own plugins are not tried.
 */
final class CreationTrials {
    private static final long MILLIS = 2_000;

    private final BundleContext context;
    private final Map<Object, Trial> begun = new ConcurrentHashMap<>();

    private record Trial(FutureTask<Optional<String>> task, long since) {
        long left() {
            return Math.max(0, MILLIS - (System.nanoTime() - since) / 1_000_000);
        }
    }

    CreationTrials(BundleContext context) {
        this.context = context;
    }

    /** Starts the trials that have not been made yet. */
    void of(Collection<ServiceReference<?>> references) {
        for (ServiceReference<?> reference : references) {
            if (reference.getBundle() != null
                    && PluginCopies.file(reference.getBundle()).isPresent()) {
                begun.computeIfAbsent(id(reference), any -> begin(reference));
            }
        }
    }

    private Trial begin(ServiceReference<?> reference) {
        FutureTask<Optional<String>> trial = new FutureTask<>(() -> failure(reference));
        Thread thread = new Thread(trial, "relrep: trial of service " + id(reference));
        thread.setDaemon(true);
        thread.start();
        return new Trial(trial, System.nanoTime());
    }

    /** Returns why a plugin could not be created; empty if it could. */
    private Optional<String> failure(ServiceReference<?> reference) {
        Object service = context.getService(reference);
        if (service != null) {
            context.ungetService(reference);
            return Optional.empty();
        }
        return reference.getBundle() == null
                ? Optional.empty() // it went meanwhile
                : Optional.of(new ComponentFailure(context).of(reference));
    }

    private static Object id(ServiceReference<?> reference) {
        return reference.getProperty(org.osgi.framework.Constants.SERVICE_ID);
    }

    /** Returns a plugin with the result of its trial: its state, and the reason of a failure. */
    InstalledPlugin judge(InstalledPlugin plugin, ServiceReference<?> reference) {
        Trial trial = begun.get(id(reference));
        if (trial == null) {
            return plugin;
        }
        try {
            return trial.task()
                    .get(trial.left(), TimeUnit.MILLISECONDS)
                    .map(why -> plugin.in(State.FAILED, why))
                    .orElse(plugin);
        } catch (ExecutionException thrown) {
            return plugin.in(State.FAILED, String.valueOf(thrown.getCause()));
        } catch (TimeoutException hangs) {
            return plugin.in(
                    State.FAILED,
                    "making it must end within %d s, and did not".formatted(MILLIS / 1000));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return plugin;
        }
    }
}
