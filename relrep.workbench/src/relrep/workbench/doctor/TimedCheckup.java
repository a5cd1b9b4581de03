package relrep.workbench.doctor;

import relrep.api.run.Checkup;
import relrep.workbench.contract.CheckedPlugin;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs a third-party check-up with a time limit. Its creation may hang as well.
 *
 * @param bundle the bundle that brings it, with its version
 * @param file the jar
 * @param made creates it; null when it is gone
 * @param millis the time limit
 */
public record TimedCheckup(String bundle, String file, Supplier<Checkup> made, long millis)
        implements Checkup {

    @Override
    public List<Finding> examine() {
        FutureTask<List<Finding>> task = new FutureTask<>(this::findings);
        Thread thread = new Thread(task, "relrep check-up of " + bundle);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException hangs) {
            return List.of(hanging());
        } catch (ExecutionException thrown) {
            if (thrown.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown.getCause();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return List.of(hanging());
        }
    }

    private List<Finding> findings() {
        Checkup checkup = made.get();
        return checkup == null
                ? List.of()
                : CheckedPlugin.ofNameless(Checkup.class, checkup).examine();
    }

    private Finding hanging() {
        String value =
                "the check-up of bundle %s must return within %d ms, and did not"
                        .formatted(bundle, millis);
        return new Finding(
                "a bundle's checkup",
                value,
                false,
                "report it to the bundle's authors, or move %s away".formatted(file));
    }
}
