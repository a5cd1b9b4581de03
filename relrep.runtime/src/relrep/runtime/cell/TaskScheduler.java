package relrep.runtime.cell;

import relrep.api.run.CancelledException;
import relrep.api.run.Run;
import relrep.workbench.progress.Cancellation;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Runs tasks with dependencies on a fixed number of threads. A free thread takes the first task in
 * the list whose dependencies are finished. The result of a task does not depend on which tasks run
 * at the same time.
 */
public final class TaskScheduler {
    /** The time that a task has to react to a cancellation. */
    private static final long PATIENCE_MILLIS = 500;

    private static final long PULSE_MILLIS = 200;

    private final List<Task> tasks;
    private final Run progress;
    private final Cancellation cancellation;
    private final double total;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final BitSet begun = new BitSet();
    private final BitSet done = new BitSet();
    private final Map<PartRun, Thread> working = new LinkedHashMap<>();
    private Throwable end;

    private TaskScheduler(List<Task> tasks, Run progress, Cancellation cancellation) {
        this.tasks = List.copyOf(tasks);
        this.progress = progress;
        this.cancellation = cancellation;
        this.total = Math.max(1e-9, tasks.stream().mapToDouble(Task::weight).sum());
    }

    /**
     * Runs all tasks and returns when they are finished.
     *
     * @param jobs the number of threads, ≥ 1
     * @param progress receives the progress; a cancellation there ends all tasks
     * @param cancellation ends all tasks; so does an interrupt of the calling thread
     * @param left receives the threads whose tasks did not react to a cancellation in time; the
     *     scheduler no longer waits for them
     * @throws CancelledException when the work was cancelled
     */
    public static void work(
            List<Task> tasks,
            int jobs,
            Run progress,
            Cancellation cancellation,
            Consumer<List<Thread>> left) {
        TaskScheduler crew = new TaskScheduler(tasks, progress, cancellation);
        try {
            crew.work(Math.min(jobs, tasks.size()));
        } finally {
            crew.locked(() -> left.accept(List.copyOf(crew.working.values())));
        }
    }

    private void work(int jobs) {
        cancellation.onCancel(this::cancelled);
        for (int i = 0; i < jobs; i++) {
            Thread hand = new Thread(this::hand, "relrep-" + (i + 1));
            hand.setDaemon(true);
            hand.start();
        }
        await();
        if (end instanceof RuntimeException failure) {
            throw failure;
        }
        if (end instanceof Error failure) {
            throw failure;
        }
    }

    private void await() {
        try {
            awaitEnd();
        } catch (InterruptedException interrupted) {
            cancellation.cancel("interrupted");
        }
        cancelRest();
        try {
            awaitHands();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd() throws InterruptedException {
        while (!overWithin(PULSE_MILLIS)) {
            PartRun[] any = new PartRun[1];
            locked(() -> any[0] = working.keySet().stream().findFirst().orElse(null));
            pulse(any[0]);
        }
    }

    private boolean overWithin(long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!over() && left > 0) {
                left = change.awaitNanos(left);
            }
            return over();
        } finally {
            lock.unlock();
        }
    }

    private boolean over() {
        return end != null || done.cardinality() == tasks.size();
    }

    /**
     * Reports progress at regular times, so that a task that never calls {@code step} does not
     * delay a cancellation of the others.
     */
    private void pulse(PartRun any) {
        try {
            if (any != null) {
                any.step(0, 1);
            }
        } catch (CancelledException reason) {
            cancellation.cancel(reason.getMessage());
        }
    }

    /** Cancels the other tasks when one task ends everything. */
    private void cancelRest() {
        boolean[] over = new boolean[1];
        locked(() -> over[0] = end != null);
        if (over[0]) {
            cancellation.cancel("the work ended early");
        }
    }

    private void awaitHands() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
            while (end != null && !working.isEmpty() && left > 0) {
                left = change.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void cancelled() {
        locked(
                () -> {
                    try {
                        cancellation.check();
                    } catch (CancelledException reason) {
                        end = end == null ? reason : end;
                    }
                    change.signalAll();
                });
    }

    private void hand() {
        for (int at = next(); at >= 0; at = next()) {
            Task task = tasks.get(at);
            Run part = progress.part(task.label(), task.weight() / total);
            PartRun run = new PartRun(part, part.seed(), cancellation);
            locked(() -> working.put(run, Thread.currentThread()));
            Throwable failure = attempt(task, run);
            int over = at;
            locked(
                    () -> {
                        done.set(over);
                        working.remove(run);
                        end = end == null ? failure : end;
                        change.signalAll();
                    });
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    private static Throwable attempt(Task task, PartRun run) {
        try {
            run.step(0, 1);
            task.work().run(run);
            run.step(1, 1);
            return null;
        } catch (Throwable failure) {
            return failure;
        }
    }

    /** Waits for a task that may start and returns it; -1 if none will come. */
    private int next() {
        lock.lock();
        try {
            while (end == null && begun.cardinality() < tasks.size()) {
                for (int at = begun.nextClearBit(0);
                        at < tasks.size();
                        at = begun.nextClearBit(at + 1)) {
                    if (tasks.get(at).after().stream().allMatch(done::get)) {
                        begun.set(at);
                        return at;
                    }
                }
                change.awaitUninterruptibly();
            }
            return -1;
        } finally {
            lock.unlock();
        }
    }
}
