package relrep.torture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running command of relrep: the launcher and the JVM that it starts. */
final class RelrepProcess implements AutoCloseable {
    private static final Set<RelrepProcess> RUNNING = ConcurrentHashMap.newKeySet();

    private final Process process;
    private final Path out;
    private final Path err;

    RelrepProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
        RUNNING.add(this);
    }

    /** Kills all started processes that still run. */
    static void killAll() {
        RUNNING.forEach(RelrepProcess::kill);
    }

    /** Returns the file that receives standard error. */
    Path err() {
        return err;
    }

    Process process() {
        return process;
    }

    /** Returns the process that runs Java: the launcher itself, or a child of it. */
    ProcessHandle java() throws Loss {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .filter(each -> each.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow(() -> new Loss("no Java process runs"));
    }

    /** Kills the JVM, as a machine without memory does, and the launcher with it. */
    void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /**
     * Sends the launcher a signal, like Ctrl-C ({@code INT}) or a service manager ({@code TERM}).
     */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }

    boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /**
     * Waits for its end.
     *
     * @throws Loss when it hangs
     */
    Ended end(long seconds) throws Exception {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            kill();
            throw new Loss("it did not end within %d s".formatted(seconds));
        }
        RUNNING.remove(this);
        return new Ended(process.exitValue(), read(out), read(err));
    }

    private static String read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        kill();
        RUNNING.remove(this);
    }
}
