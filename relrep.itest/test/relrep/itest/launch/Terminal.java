package relrep.itest.launch;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A POSIX shell on a terminal of its own, with typed input. */
final class Terminal implements AutoCloseable {
    static final String CTRL_C = "\u0003";
    static final String CTRL_D = "\u0004";
    static final String CTRL_Z = "\u001a";

    /** What the outer shell says when it waits for a line. */
    static final String OUTER = "outer> ";

    private static final String SCRIPT = "stty columns 200 rows 50; PS1='outer''> ' exec sh -i";

    private static final long PATIENCE_SECONDS = 100;

    private final Relrep relrep;
    private final Process process;
    private final StringBuilder seen = new StringBuilder();
    private boolean ended;

    Terminal(Relrep relrep) throws IOException, InterruptedException {
        this.relrep = relrep.with("TERM", "xterm").with("ENV", "");
        process = this.relrep.launch("script", "-qfc", SCRIPT, "/dev/null");
        Thread thread = new Thread(this::watch, "terminal");
        thread.setDaemon(true);
        thread.start();
        await(OUTER);
    }

    private void watch() {
        try (Reader out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            for (int next = out.read(); next >= 0; next = out.read()) {
                show((char) next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            end();
        }
    }

    private synchronized void show(char next) {
        seen.append(next);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Types something. */
    void type(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Types a line. */
    void line(String line) throws IOException {
        type(line + "\r");
    }

    /**
     * Waits until something is shown.
     *
     * @return what was shown since the last wait
     */
    synchronized String await(String wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        int at = seen.indexOf(wanted);
        while (at < 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (ended || left <= 0) {
                throw new AssertionError(
                        "'%s' never came%s, but %s"
                                .formatted(wanted, ended ? ", it ended" : "", seen));
            }
            wait(left);
            at = seen.indexOf(wanted);
        }
        String before = seen.substring(0, at);
        seen.delete(0, at + wanted.length());
        return before;
    }

    /**
     * Waits until relrep runs in the foreground: a shell says {@code fg} before it hands over the
     * terminal, and a Ctrl-C typed in between is the shell's.
     */
    synchronized void awaitForeground() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isForeground()) {
            if (ended || System.nanoTime() > end) {
                throw new AssertionError("relrep did not come to the foreground, but " + seen);
            }
            wait(20);
        }
    }

    private boolean isForeground() throws IOException {
        for (ProcessHandle child : process.descendants().toList()) {
            if (child.info().command().orElse("").endsWith("/java")) {
                String stat = Files.readString(Path.of("/proc/" + child.pid() + "/stat"));
                // proc(5), after the name in brackets: state, parent, group, session, terminal,
                // the terminal's foreground group
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                return !fields[0].equals("T") && fields[2].equals(fields[5]);
            }
        }
        return false;
    }

    @Override
    public void close() throws Exception {
        process.getOutputStream().close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        relrep.tidy();
    }
}
