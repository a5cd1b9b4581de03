package relrep.runtime.run;

import relrep.runtime.folder.Provenance;

import java.time.Duration;
import java.util.function.LongSupplier;

/** What a run takes: time that passes, and time of the processors, with all threads. */
final class RunTime {
    private static final double NANOS = 1e9;

    private final LongSupplier nanos;
    private final long begun;
    private final Duration before = processors();

    RunTime() {
        this(System::nanoTime);
    }

    /** Counts by a clock, which should only run forward. */
    RunTime(LongSupplier nanos) {
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    /** Returns what it took so far; nothing where the clock was set back. */
    Duration elapsed() {
        return Duration.ofNanos(Math.max(0, nanos.getAsLong() - begun));
    }

    /** Writes what it took so far, in seconds; nothing of processors where the system tells not. */
    void tell(Provenance provenance) {
        provenance.put("wall_seconds", rounded(elapsed().toNanos() / NANOS));
        Duration used = processors().minus(before);
        if (!used.isZero() && !used.isNegative()) {
            provenance.put("cpu_seconds", rounded(used.toNanos() / NANOS));
        }
    }

    /** Systems count processor time in hundredths of a second. */
    private static double rounded(double seconds) {
        return Math.round(seconds * 100) / 100.0;
    }

    private static Duration processors() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
