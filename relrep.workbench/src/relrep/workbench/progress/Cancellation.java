package relrep.workbench.progress;

import relrep.api.run.CancelledException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The cancellation of a piece of work. Safe to use from several threads. */
public final class Cancellation {
    private final List<Runnable> listeners = new ArrayList<>();
    private final AtomicReference<Thread> lastWord;
    private final AtomicReference<Integer> exit;
    private String reason;

    /** Makes a cancellation that is not triggered yet. */
    public Cancellation() {
        this(new AtomicReference<>(), new AtomicReference<>());
    }

    /**
     * Makes a cancellation that is not triggered yet.
     *
     * @param lastWord the thread that reports how the work ended; the first thread to set it
     *     reports
     * @param exit the exit code of the process once a signal ends it, else null
     */
    public Cancellation(AtomicReference<Thread> lastWord, AtomicReference<Integer> exit) {
        this.lastWord = lastWord;
        this.exit = exit;
    }

    /**
     * Returns the exit code of the process: that of the signal if one ends the process, else the
     * given one.
     *
     * @param own the exit code of the work itself
     */
    public int exitCode(int own) {
        Integer signalled = exit.get();
        return signalled == null ? own : signalled;
    }

    /**
     * Returns whether this thread reports how the work ended. No other thread may report
     * afterwards.
     */
    public boolean takeLastWord() {
        Thread me = Thread.currentThread();
        return lastWord.compareAndSet(null, me) || lastWord.get() == me;
    }

    /**
     * Cancels the work; it ends at its next step. The first reason is kept.
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

    /** Runs a listener when the work is cancelled, or at once if it already is. */
    public void onCancel(Runnable listener) {
        synchronized (this) {
            if (reason == null) {
                listeners.add(listener);
                return;
            }
        }
        listener.run();
    }

    /** Drops all listeners: the work is done and cannot be cancelled any more. */
    public synchronized void release() {
        listeners.clear();
    }

    /** Returns whether the work was cancelled. */
    public synchronized boolean cancelled() {
        return reason != null;
    }

    /**
     * Throws if the work was cancelled.
     *
     * @throws CancelledException if it was cancelled
     */
    public synchronized void check() {
        if (reason != null) {
            throw new CancelledException(reason);
        }
    }
}
