package relrep.launch;

import java.util.concurrent.TimeUnit;

/**
 * Runs an action when the end of the process takes too long. Its thread is created in advance and
 * allocates no memory afterwards, since a plugin may have used up all memory.
 */
final class Deadline {
    private final Object lock = new Object();
    private final long nanos;
    private final Runnable action;
    private boolean begun;

    /**
     * Makes a deadline that does not run yet.
     *
     * @param action must not allocate memory either
     */
    Deadline(long millis, Runnable action) {
        this.action = action;
        nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        Thread thread = new Thread(this::run, "relrep limit");
        thread.setDaemon(true);
        thread.start();
    }

    /** Starts the clock, unless it already runs. */
    void begin() {
        synchronized (lock) {
            begun = true;
            lock.notifyAll();
        }
    }

    private void run() {
        synchronized (lock) {
            while (!begun) {
                await(0);
            }
            long end = System.nanoTime() + nanos;
            for (long left = nanos; left > 0; left = end - System.nanoTime()) {
                await(left / 1_000_000 + 1);
            }
        }
        action.run();
    }

    @SuppressWarnings("WaitNotInLoop") // the callers loop
    private void await(long millis) {
        try {
            lock.wait(millis);
        } catch (InterruptedException nobodyMay) {
            return;
        }
    }
}
