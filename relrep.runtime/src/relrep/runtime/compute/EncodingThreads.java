package relrep.runtime.compute;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Encoder;
import relrep.api.run.CancelledException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Encodes several blocks of samples at a time, one a processor. Encoders are safe for threads, and
 * models of texts have one thread each, so a single block would leave the other processors idle.
 */
final class EncodingThreads implements AutoCloseable {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    PROCESSORS,
                    work -> {
                        Thread thread = new Thread(work, "relrep-encode");
                        thread.setDaemon(true);
                        return thread;
                    });

    /** Returns how many blocks are encoded at a time. */
    static int together() {
        return PROCESSORS;
    }

    /**
     * Returns the latents of each block, in their order.
     *
     * @throws CancelledException when the calling thread is interrupted
     */
    List<Matrix> encode(Encoder encoder, List<Inputs> blocks) {
        if (blocks.size() == 1) {
            return List.of(encoder.encode(blocks.get(0)));
        }
        List<Future<Matrix>> running = new ArrayList<>();
        for (Inputs block : blocks) {
            running.add(threads.submit(() -> encoder.encode(block)));
        }
        try {
            List<Matrix> all = new ArrayList<>();
            for (Future<Matrix> each : running) {
                all.add(each.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("encoding was interrupted");
        } finally {
            running.forEach(each -> each.cancel(true));
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure
                ? failure
                : new IllegalStateException(cause);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
