package relrep.runtime.chain;

import relrep.runtime.folder.Provenance;

import java.time.Duration;

/** What a run takes: time that passes, and time of the processors, with all threads. */
final class Cost {
    private static final double NANOS = 1e9;

    private final long begun = System.nanoTime();
    private final Duration before = processors();

    /** Writes what it took so far, in seconds; nothing of processors where the system tells not. */
    void tell(Provenance provenance) {
        provenance.put("wall_seconds", rounded((System.nanoTime() - begun) / NANOS));
        Duration used = processors().minus(before);
        if (!used.isZero()) {
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
