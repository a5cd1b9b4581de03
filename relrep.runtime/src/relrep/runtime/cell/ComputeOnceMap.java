package relrep.runtime.cell;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Values that are made once, by whoever asks first, while the others wait; a failure is remembered
 * as well.
 *
 * @param <K> what a value is known by
 * @param <V> the values
 */
public final class ComputeOnceMap<K, V> {
    private final ConcurrentMap<K, CompletableFuture<V>> values = new ConcurrentHashMap<>();

    /** Returns the value, made if nobody made it before. */
    public V get(K key, Supplier<V> maker) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> before = values.putIfAbsent(key, mine);
        if (before != null) {
            return joined(before);
        }
        try {
            mine.complete(maker.get());
        } catch (Throwable failure) {
            mine.completeExceptionally(failure);
        }
        return joined(mine);
    }

    /** Forgets a value. */
    public void forget(K key) {
        values.remove(key);
    }

    /** Returns how many values are kept. */
    public int size() {
        return values.size();
    }

    private static <V> V joined(CompletableFuture<V> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
