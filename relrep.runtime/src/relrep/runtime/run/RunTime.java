package relrep.runtime.run;

import relrep.runtime.folder.Provenance;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Measures the duration of a run: wall-clock time, and processor time of all threads. */
final class RunTime {
    private static final double NANOS = 1e9;

    private final LongSupplier nanos;
    private final long begun;
    private final Duration before = processors();

    RunTime() {
        this(System::nanoTime);
    }

    /** Starts measuring by a clock, which should never run backwards. */
    RunTime(LongSupplier nanos) {
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    /** Returns the time so far; zero if the clock was set back. */
    Duration elapsed() {
        return Duration.ofNanos(Math.max(0, nanos.getAsLong() - begun));
    }

    /**
     * Writes the time so far in seconds; without processor time if the system does not report it.
     */
    void tell(Provenance provenance) {
        provenance.put("wall_seconds", rounded(elapsed().toNanos() / NANOS));
        Duration used = processors().minus(before);
        if (!used.isZero() && !used.isNegative()) {
            provenance.put("cpu_seconds", rounded(used.toNanos() / NANOS));
        }
    }

    /** Rounds to hundredths of a second, the unit in which systems count processor time. */
    private static double rounded(double seconds) {
        return Math.round(seconds * 100) / 100.0;
    }

    private static Duration processors() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
