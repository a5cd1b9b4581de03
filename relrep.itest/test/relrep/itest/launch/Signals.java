package relrep.itest.launch;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sends signals to processes. */
public final class Signals {
    private Signals() {}

    /** Does what Ctrl-C does. */
    public static void interrupt(Process process) throws IOException, InterruptedException {
        send("INT", process);
    }

    /** Ends it as a machine that runs out of memory does: it hears nothing of it. */
    public static void kill(Process process) throws IOException, InterruptedException {
        send("KILL", process);
    }

    /** Sends a signal, such as {@code TERM}. */
    static void send(String signal, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    }

    /** Skips a test where children would not hear of an interrupt, as those of background jobs. */
    public static void assumeInterruptsAreHeard() throws IOException {
        Path status = Path.of("/proc/self/status");
        assumeTrue(Files.exists(status), "only Linux tells whether SIGINT is ignored");
        String mask =
                Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .findFirst()
                        .orElseThrow()
                        .substring("SigIgn:".length())
                        .strip();
        boolean ignored = (Long.parseUnsignedLong(mask, 16) & 2) != 0;
        assumeFalse(ignored, "this process was started with SIGINT ignored");
    }
}
