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
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs the real {@code ./relrep} as a process, with its own cache and plugins' folder, and only the
 * embedded data.
 *
 * @param folder a temporary folder
 * @param environment what is set besides
 * @param before what a POSIX shell does before, or empty
 * @param top where {@code ./relrep} is
 */
public record Relrep(Path folder, Map<String, String> environment, String before, Path top) {
    private static final Path TOP = Path.of(System.getProperty("relrep.top"));
    private static final Path NATIVES = Path.of(System.getProperty("relrep.cache"), "natives");
    private static final long PATIENCE_SECONDS = 120;

    /** Works in a folder. */
    public Relrep(Path folder) {
        this(folder, Map.of(), "", TOP);
    }

    /** Returns one with a variable of the environment set. */
    public Relrep with(String name, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(name, value);
        return new Relrep(folder, more, before, top);
    }

    /** Returns one that a POSIX shell starts after it has done something. */
    public Relrep under(String command) {
        return new Relrep(folder, environment, command, top);
    }

    /** Returns one of another clone. */
    public Relrep of(Path other) {
        return new Relrep(folder, environment, before, other);
    }

    /** Returns the program itself. */
    Path program() {
        return top.resolve("relrep");
    }

    public Path plugins() throws IOException {
        return Files.createDirectories(folder.resolve("plugins"));
    }

    Path storages() {
        return folder.resolve("cache/felix");
    }

    public Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(program().toString()));
        if (!before.isEmpty()) {
            command.addAll(0, List.of("sh", "-c", before + "; exec \"$@\"", "sh"));
        }
        command.addAll(List.of(words));
        return launch(command.toArray(String[]::new));
    }

    /** Starts any program in the folder and the environment of this one. */
    Process launch(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> variables = builder.environment();
        variables.remove("RELREP_DATA");
        variables.put("RELREP_CACHE", cache().toString());
        variables.put("RELREP_PLUGINS", plugins().toString());
        variables.put("RELREP_EXPERIMENTS", folder.resolve("experiments").toString());
        variables.putAll(environment);
        return builder.redirectError(folder.resolve("stderr").toFile()).start();
    }

    /** Takes away what is only lent to the cache. */
    public void tidy() throws IOException {
        Files.deleteIfExists(folder.resolve("cache/natives"));
    }

    /** The natives, which are hundreds of megabytes, are unpacked once for all tests. */
    private Path cache() throws IOException {
        Path cache = Files.createDirectories(folder.resolve("cache"));
        Path natives = cache.resolve("natives");
        if (Files.notExists(natives) && Files.isDirectory(NATIVES)) {
            Files.createSymbolicLink(natives, NATIVES);
        }
        return cache;
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
        tidy();
        return new Result(process.exitValue(), out, errors());
    }

    /** Reads standard output up to a line. */
    public static void awaitLine(Process process, String wanted) throws IOException {
        BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8), 1);
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
