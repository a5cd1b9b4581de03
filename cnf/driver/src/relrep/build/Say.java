package relrep.build;

import java.time.Duration;
import java.time.Instant;

/** Prints messages for the user of the build. */
final class Say {
    private final Instant start = Instant.now();

    /** Prints to standard error what is being done. */
    void doing(String what) {
        System.err.println("relrep: " + what);
    }

    /** Prints a result to standard output. */
    void result(String line) {
        System.out.println(line);
    }

    /** Returns the start time of the build. */
    Instant start() {
        return start;
    }

    String elapsed() {
        return "%.1f s".formatted(Duration.between(start, Instant.now()).toMillis() / 1000.0);
    }
}
