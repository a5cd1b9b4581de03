package relrep.workbench.install;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls strangers' code on a thread that nobody waits for longer than a while. */
final class Patience {
    private static final long MILLIS = 5_000;

    private Patience() {}

    /**
     * Returns whether it came back, also by an exception; what it threw the bundle's state tells.
     */
    static boolean call(String what, Callable<?> strangers) {
        FutureTask<?> task = new FutureTask<>(strangers);
        Thread thread = new Thread(task, "relrep " + what);
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException thrown) {
            return true;
        } catch (TimeoutException hangs) {
            return false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
