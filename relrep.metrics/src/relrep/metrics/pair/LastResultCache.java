package relrep.metrics.pair;

import relrep.api.data.Matrix;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * What was found last of pairs of tables, which cannot change: for metrics that differ in what they
 * make of the same costly answer. It keeps no table alive. For any number of threads; two that ask
 * for the same at once both work it out.
 *
 * @param <T> an answer, small and immutable
 */
final class LastResultCache<T> {
    private record Entry<T>(WeakReference<Matrix> x, WeakReference<Matrix> y, T answer) {}

    private final int most;
    private final Deque<Entry<T>> entries = new ArrayDeque<>();

    /**
     * Remembers nothing yet.
     *
     * @param most how many answers are remembered
     */
    LastResultCache(int most) {
        this.most = most;
    }

    /** Returns the answer that is remembered of the very same two tables, else works it out. */
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
