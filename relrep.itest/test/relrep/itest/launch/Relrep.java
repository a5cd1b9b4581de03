package relrep.itest.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The real {@code ./relrep} as a process, with a cache and a folder of plugins of its own.
 *
 * @param folder a temporary folder
 */
public record Relrep(Path folder) {
    private static final Path TOP = Path.of(System.getProperty("relrep.top"));
    private static final long PATIENCE_SECONDS = 120;

    public Path plugins() throws IOException {
        return Files.createDirectories(folder.resolve("plugins"));
    }

    Path storages() {
        return folder.resolve("cache/felix");
    }

    public Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(TOP.resolve("relrep").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("RELREP_CACHE", folder.resolve("cache").toString());
        environment.put("RELREP_PLUGINS", plugins().toString());
        return builder.redirectError(folder.resolve("stderr").toFile()).start();
    }

    /** Returns what was written to standard error so far. */
    public String errors() throws IOException {
        return Files.readString(folder.resolve("stderr"));
    }

    /** What came of a command: its exit code, and all that it wrote. */
    public record Result(int exit, String out, String err) {}

    public Result run(String... words) throws Exception {
        return end(start(words));
    }

    public Result end(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("relrep did not end within " + PATIENCE_SECONDS + " s");
        }
        return new Result(process.exitValue(), out, errors());
    }

    /** Reads standard output up to a line. */
    public static void awaitLine(Process process, String wanted) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream()), 1);
        StringBuilder seen = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            seen.append(line).append('\n');
            if (line.equals(wanted)) {
                return;
            }
        }
        throw new AssertionError("'" + wanted + "' never came, but " + seen);
    }
}
