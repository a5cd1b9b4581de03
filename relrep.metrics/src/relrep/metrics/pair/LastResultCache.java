package relrep.metrics.pair;

import relrep.api.data.Matrix;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * A small cache of the last results for pairs of immutable matrices, for metrics that share one
 * costly computation. It does not keep the matrices in memory. Safe for several threads; two that
 * need the same result at once both compute it.
 *
 * @param <T> a result, small and immutable
 */
final class LastResultCache<T> {
    private record Entry<T>(WeakReference<Matrix> x, WeakReference<Matrix> y, T answer) {}

    private final int most;
    private final Deque<Entry<T>> entries = new ArrayDeque<>();

    /**
     * Makes an empty cache.
     *
     * @param most the greatest number of results
     */
    LastResultCache(int most) {
        this.most = most;
    }

    /** Returns the cached result for these two matrices, or computes it. */
    T of(Matrix x, Matrix y, Supplier<T> work) {
        T known = known(x, y);
        if (known != null) {
            return known;
        }
        T answer = work.get();
        add(new Entry<>(new WeakReference<>(x), new WeakReference<>(y), answer));
        return answer;
    }

    private synchronized T known(Matrix x, Matrix y) {
        for (Entry<T> entry : entries) {
            if (entry.x().refersTo(x) && entry.y().refersTo(y)) {
                return entry.answer();
            }
        }
        return null;
    }

    private synchronized void add(Entry<T> entry) {
        entries.removeIf(old -> old.x().refersTo(null) || old.y().refersTo(null));
        if (entries.size() == most) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }
}
