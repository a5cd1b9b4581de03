package relrep.itest.felix;

import relrep.itest.bundle.Jars;
import relrep.itest.launch.Relrep;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Drives {@code ./relrep shell} line by line through its streams. */
final class Shell implements AutoCloseable {
    private static final String DONE = "that was it";
    private static final long PATIENCE_SECONDS = 30;

    private final Relrep relrep;
    private final Process process;
    private final PrintWriter in;
    private final BufferedReader out;

    Shell(Relrep relrep) throws IOException {
        this.relrep = relrep;
        Path probe =
                Jars.bundle(
                        relrep.folder().resolve("probe.jar"),
                        Probe.class,
                        "1.0.0",
                        "org.osgi.framework,org.osgi.framework.wiring,org.osgi.service.cm,"
                                + "relrep.api.data,"
                                + "relrep.api.similarity");
        Jars.drop(probe, relrep.plugins());
        process = relrep.start("shell");
        in = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        until(Probe.UP);
    }

    Path plugins() throws IOException {
        return relrep.plugins();
    }

    long pid() {
        return process.pid();
    }

    /** Runs a command and returns the lines that it printed. */
    List<String> say(String command) throws IOException {
        in.println(command);
        in.println("echo '" + DONE + "'");
        return until(DONE);
    }

    /** Runs a command again and again until it prints a line that is wanted. */
    List<String> ask(String command, Predicate<String> wanted) throws IOException {
        return askUntil(command, lines -> lines.stream().anyMatch(wanted));
    }

    /** Runs a command again and again until it prints what is wanted. */
    List<String> askUntil(String command, Predicate<List<String>> wanted) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        List<String> lines = say(command);
        while (!wanted.test(lines)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(command + " prints " + lines + "; stderr: " + errors());
            }
            lines = say(command);
        }
        return lines;
    }

    /** Returns the lines up to one that says this, that line left out. */
    List<String> until(String wanted) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals(wanted)) {
                return lines;
            }
            lines.add(line);
        }
        throw new AssertionError(
                "the shell ended before '%s', after %s and on stderr %s"
                        .formatted(wanted, lines, relrep.errors()));
    }

    /** Returns what was written to standard error so far. */
    String errors() {
        try {
            return relrep.errors();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws Exception {
        in.close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the shell did not end with its input");
        }
        relrep.tidy();
    }
}
