package relrep.workbench.progress;

import relrep.api.run.CancelledException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Whether a piece of work is still wanted. Safe to use from several threads. */
public final class Cancellation {
    private final List<Runnable> listeners = new ArrayList<>();
    private final AtomicReference<Thread> lastWord;
    private final AtomicReference<Integer> exit;
    private String reason;

    /** Nothing has ended the work yet. */
    public Cancellation() {
        this(new AtomicReference<>(), new AtomicReference<>());
    }

    /**
     * Nothing has ended the work yet.
     *
     * @param lastWord the thread that says how it ended; whoever sets it first says so
     * @param exit the exit code of the process once a signal ends it, else null
     */
    public Cancellation(AtomicReference<Thread> lastWord, AtomicReference<Integer> exit) {
        this.lastWord = lastWord;
        this.exit = exit;
    }

    /**
     * Returns the exit code of the process: that of the signal that ends it, else the given one.
     *
     * @param own the exit code of the work itself
     */
    public int exitCode(int own) {
        Integer signalled = exit.get();
        return signalled == null ? own : signalled;
    }

    /** Tells whether this thread says how the work ended; another one must not after that. */
    public boolean takeLastWord() {
        Thread me = Thread.currentThread();
        return lastWord.compareAndSet(null, me) || lastWord.get() == me;
    }

    /**
     * Ends the work at its next step; the first reason stays.
     *
     * @param why one sentence
     */
    public void cancel(String why) {
        List<Runnable> told;
        synchronized (this) {
            if (reason != null) {
                return;
            }
            reason = why;
            told = List.copyOf(listeners);
            listeners.clear();
        }
        told.forEach(Runnable::run);
    }

    /** Runs something when the work is cancelled, or at once when it already is. */
    public void onCancel(Runnable listener) {
        synchronized (this) {
            if (reason == null) {
                listeners.add(listener);
                return;
            }
        }
        listener.run();
    }

    /** Lets go of everybody who would be told: the work is done, and there is nothing to end. */
    public synchronized void release() {
        listeners.clear();
    }

    /** Tells whether the work is over. */
    public synchronized boolean cancelled() {
        return reason != null;
    }

    /**
     * Does nothing while the work is wanted.
     *
     * @throws CancelledException when it is not
     */
    public synchronized void check() {
        if (reason != null) {
            throw new CancelledException(reason);
        }
    }
}
