package relrep.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The ways to end a process. */
enum Ending {
    /** The process gets no signal that it can handle. */
    KILL("kill", "KILL", 0),

    /** Like Ctrl-C. */
    INTERRUPT("interrupt", "INT", 130),

    /** Like a service manager. */
    TERMINATE("terminate", "TERM", 143);

    private static final long PATIENCE_SECONDS = 20;
    private static final long SIGINT_BIT = 1 << 1;

    private final String word;
    private final String signal;
    private final int exit;

    Ending(String word, String signal, int exit) {
        this.word = word;
        this.signal = signal;
        this.exit = exit;
    }

    String word() {
        return word;
    }

    /**
     * Returns whether processes receive this signal. Processes that a shell put into the background
     * do not receive SIGINT, nor do their children.
     */
    boolean isHeard() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (this != INTERRUPT || Files.notExists(status)) {
            return true;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> line.substring("SigIgn:".length()).strip())
                    .noneMatch(mask -> (Long.parseUnsignedLong(mask, 16) & SIGINT_BIT) != 0);
        }
    }

    /**
     * Ends a process.
     *
     * @throws Loss when it does not end, or prints something else than that it was ended
     */
    void end(RelrepProcess process) throws Exception {
        if (this == KILL) {
            process.kill();
            process.end(PATIENCE_SECONDS);
            return;
        }
        process.signal(signal);
        Ended ended = process.end(PATIENCE_SECONDS).decent();
        Loss.unless(
                ended.exit() == exit || ended.exit() == 0,
                "after SIG%s the exit code must be %d, was %d: %s",
                signal,
                exit,
                ended.exit(),
                Ended.brief(ended.err()));
    }
}
