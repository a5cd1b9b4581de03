package relrep.build;

import java.time.Duration;
import java.time.Instant;

/** Lines for the person who waits. */
final class Say {
    private final Instant start = Instant.now();

    /** A line on standard error: what is being done. */
    void doing(String what) {
        System.err.println("relrep: " + what);
    }

    /** A line on standard output: what came out. */
    void result(String line) {
        System.out.println(line);
    }

    /** When the build began. */
    Instant start() {
        return start;
    }

    String elapsed() {
        return "%.1f s".formatted(Duration.between(start, Instant.now()).toMillis() / 1000.0);
    }
}
