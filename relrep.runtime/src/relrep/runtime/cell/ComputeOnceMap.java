package relrep.runtime.cell;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A map that computes each value once. The first thread that asks for a value computes it, and the
 * others wait. Failures are kept as well.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public final class ComputeOnceMap<K, V> {
    private final ConcurrentMap<K, CompletableFuture<V>> values = new ConcurrentHashMap<>();

    /** Returns the value of a key; computes it if it is missing. */
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

    /** Removes a value. */
    public void forget(K key) {
        values.remove(key);
    }

    /** Removes the values of all keys that pass a test. */
    public void forgetIf(Predicate<K> done) {
        values.keySet().removeIf(done);
    }

    /** Returns the number of values. */
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
