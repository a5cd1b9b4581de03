package relrep.kernels.tile;

import java.util.concurrent.CancellationException;

/**
 * Coordinates a caller with helping threads. Helpers may enter until the caller finds no more
 * pieces. Then the caller waits until the last helper has left. A helper that never got a thread is
 * not waited for.
 */
final class HelperLatch {
    private static final long STEP_MILLIS = 50;

    private int inside;
    private boolean closed;
    private Throwable failure;

    /** Does a helper's work, unless it comes too late. */
    void through(Runnable work) {
        synchronized (this) {
            if (closed) {
                return;
            }
            inside++;
        }
        Throwable thrown = null;
        try {
            work.run();
        } catch (CancellationException stopped) {
            // The caller knows why.
        } catch (Throwable any) {
            thrown = any;
        }
        synchronized (this) {
            failure = failure == null ? thrown : failure;
            inside--;
            notifyAll();
        }
    }

    /**
     * Closes, waits for the helpers inside, and throws the exception of a helper, if one failed.
     */
    void await(ProgressCounter ticks) {
        boolean interrupted = false;
        try {
            while (someoneInside()) {
                interrupted |= pause();
                ticks.look();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        synchronized (this) {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }

    private synchronized boolean someoneInside() {
        closed = true;
        return inside > 0;
    }

    @SuppressWarnings("WaitNotInLoop") // the caller loops
    private synchronized boolean pause() {
        try {
            if (inside > 0) {
                wait(STEP_MILLIS);
            }
            return false;
        } catch (InterruptedException early) {
            return true;
        }
    }
}
