package relrep.workbench.install;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls third-party code on a thread of its own, with a time limit. */
final class TimeLimitedCall {
    private static final long MILLIS = 5_000;

    private TimeLimitedCall() {}

    /**
     * Returns whether the call came back in time, normally or by an exception. The exception is not
     * reported here: the state of the bundle shows it.
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
