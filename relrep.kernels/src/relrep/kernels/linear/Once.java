package relrep.kernels.linear;

import java.util.function.Supplier;

/** A value that is computed once, on first use. Safe for several threads. */
final class Once<T> implements Supplier<T> {
    private Supplier<T> work;
    private T value;

    Once(Supplier<T> work) {
        this.work = work;
    }

    @Override
    public synchronized T get() {
        if (work != null) {
            value = work.get();
            work = null;
        }
        return value;
    }
}
