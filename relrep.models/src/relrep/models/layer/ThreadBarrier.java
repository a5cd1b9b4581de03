package relrep.models.layer;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * A team of threads that share each batch. They wait for each other by spinning for a while, then
 * by sleeping, so that waiting does not take time from a busy machine. A team of one uses only the
 * caller's thread.
 */
public final class ThreadBarrier implements AutoCloseable {
    private static final int SPINS = 20_000;
    private static final long NAP = 50_000;

    private final int lanes;
    private final Thread[] others;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger arrived = new AtomicInteger();
    private final Map<String, double[][]> sums = new ConcurrentHashMap<>();
    private volatile int phase;
    private volatile int job;
    private volatile IntConsumer work;
    private volatile Throwable failure;
    private volatile boolean closed;

    /** Starts the threads. */
    public ThreadBarrier(int lanes) {
        this.lanes = lanes;
        others = new Thread[lanes - 1];
        for (int i = 0; i < others.length; i++) {
            int lane = i + 1;
            others[i] = new Thread(() -> serve(lane), "relrep-lane-" + lane);
            others[i].setDaemon(true);
            others[i].start();
        }
    }

    /** Returns the number of threads. */
    public int lanes() {
        return lanes;
    }

    /** Runs the work once per thread and waits for all; an exception of one is thrown here. */
    // only the caller's thread writes the number of the job
    @SuppressWarnings("NonAtomicVolatileUpdate")
    public void run(IntConsumer each) {
        if (lanes == 1) {
            each.accept(0);
            return;
        }
        work = each;
        running.set(lanes);
        job++;
        for (Thread thread : others) {
            LockSupport.unpark(thread);
        }
        attempt(0);
        for (int spins = 0; running.get() > 0; spins++) {
            pause(spins);
        }
        if (failure != null) {
            throw new IllegalStateException("training failed in one of its threads", failure);
        }
    }

    private void serve(int lane) {
        int done = 0;
        while (true) {
            for (int spins = 0; job == done && !closed; spins++) {
                if (spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
            if (closed) {
                return;
            }
            done++;
            attempt(lane);
        }
    }

    private void attempt(int lane) {
        try {
            work.accept(lane);
        } catch (RuntimeException | Error e) {
            if (failure == null) {
                failure = e;
            }
        } finally {
            running.decrementAndGet();
        }
    }

    void total(String slot, int lane, double[] values, double[] sum) {
        if (lanes == 1) {
            System.arraycopy(values, 0, sum, 0, values.length);
            return;
        }
        double[][] table = sums.computeIfAbsent(slot, key -> new double[lanes][values.length]);
        System.arraycopy(values, 0, table[lane], 0, values.length);
        meet();
        Arrays.fill(sum, 0);
        for (double[] row : table) {
            for (int i = 0; i < row.length; i++) {
                sum[i] += row[i];
            }
        }
    }

    private void meet() {
        int now = phase;
        if (arrived.incrementAndGet() == lanes) {
            arrived.set(0);
            phase = now + 1;
            return;
        }
        for (int spins = 0; phase == now; spins++) {
            if (failure != null) {
                throw new IllegalStateException("another thread of the team failed");
            }
            pause(spins);
        }
    }

    private static void pause(int spins) {
        if (spins < SPINS) {
            Thread.onSpinWait();
        } else {
            LockSupport.parkNanos(NAP);
        }
    }

    /** Ends the threads. */
    @Override
    public void close() {
        closed = true;
        for (Thread thread : others) {
            LockSupport.unpark(thread);
        }
    }
}
