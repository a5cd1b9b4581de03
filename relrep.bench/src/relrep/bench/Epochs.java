package relrep.bench;

import relrep.api.data.Matrix;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.models.layer.Stack;
import relrep.models.training.Examples;
import relrep.models.training.MeanSquares;
import relrep.models.training.Regimen;
import relrep.models.training.Training;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/** A training on a thread of its own that runs one more epoch for each call. */
final class Epochs implements Work {
    private static final double LEARNING_RATE = 1e-3;

    private final Semaphore begin = new Semaphore(0);
    private final Semaphore end = new Semaphore(0);
    private final Thread thread;
    private volatile Throwable failure;

    Epochs(Stack stack, Matrix pictures, int batch) {
        Regimen regimen = new Regimen(Integer.MAX_VALUE, batch, LEARNING_RATE, 0, 0);
        int lanes = Runtime.getRuntime().availableProcessors();
        Training training = new Training(stack, regimen, lanes);
        int[] order = IntStream.range(0, pictures.rows()).toArray();
        thread = new Thread(() -> train(training, stack, pictures, order), "training");
        thread.setDaemon(true);
        thread.start();
        await();
    }

    private void train(Training training, Stack stack, Matrix pictures, int[] order) {
        try {
            training.fit(
                    Training.begin(stack, Seed.of(1)),
                    epoch -> {
                        end.release();
                        begin.acquireUninterruptibly();
                        if (Thread.currentThread().isInterrupted()) {
                            throw new CancellationException();
                        }
                        return order;
                    },
                    new Examples(pictures, new MeanSquares(pictures)),
                    Optional.empty(),
                    Run.quiet(Seed.of(1)));
        } catch (CancellationException closed) {
            // What close() wants.
        } catch (RuntimeException | Error thrown) {
            failure = thrown;
        } finally {
            end.release();
        }
    }

    private void await() {
        end.acquireUninterruptibly();
        if (failure != null) {
            throw new IllegalStateException("the training must go on, but it failed", failure);
        }
    }

    /** Trains one epoch. Its loss is not known yet. */
    @Override
    public Object run() {
        begin.release();
        await();
        return Double.NaN;
    }

    @Override
    public void close() {
        thread.interrupt();
        begin.release();
        end.acquireUninterruptibly();
    }
}
