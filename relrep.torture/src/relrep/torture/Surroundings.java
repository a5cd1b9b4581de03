package relrep.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The surroundings of a command: its folder, its environment, and a shell command before it.
 *
 * @param folder the working directory; cache and plugins are below it
 * @param environment additional variables
 * @param before a command of a POSIX shell that runs first, or empty
 */
record Surroundings(Path folder, Map<String, String> environment, String before) {
    private static final Path TOP = Path.of(System.getProperty("relrep.top", ".")).toAbsolutePath();
    private static final Path NATIVES =
            Path.of(System.getProperty("relrep.cache", "."), "natives").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 180;

    Surroundings(Path folder) {
        this(folder, Map.of(), "");
    }

    Surroundings with(String name, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(name, value);
        return new Surroundings(folder, more, before);
    }

    Surroundings after(String command) {
        return new Surroundings(folder, environment, command);
    }

    /**
     * Returns surroundings with little time for compiling, for processes that live only a second.
     */
    Surroundings brief() {
        return with("RELREP_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -Xmx512m");
    }

    Path plugins() throws IOException {
        return Files.createDirectories(folder.resolve("plugins"));
    }

    /** Returns the cache, with links to this machine's natives, which are hundreds of megabytes. */
    Path cache() throws IOException {
        Path cache = Files.createDirectories(folder.resolve("cache"));
        Path natives = cache.resolve("natives");
        if (Files.notExists(natives) && Files.isDirectory(NATIVES)) {
            Files.createSymbolicLink(natives, NATIVES);
        }
        return cache;
    }

    RelrepProcess start(String... words) throws IOException {
        return start(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()), words);
    }

    RelrepProcess start(ProcessBuilder.Redirect input, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(TOP.resolve("relrep").toString()));
        if (!before.isEmpty()) {
            command.addAll(0, List.of("sh", "-c", before + "; exec \"$@\"", "sh"));
        }
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> variables = builder.environment();
        variables.remove("RELREP_DATA");
        variables.put("RELREP_CACHE", cache().toString());
        variables.put("RELREP_PLUGINS", plugins().toString());
        variables.putAll(environment);
        Path out = Files.createTempFile(folder, "out-", ".txt");
        Path err = Files.createTempFile(folder, "err-", ".txt");
        builder.redirectInput(input).redirectError(err.toFile());
        if (!input.equals(ProcessBuilder.Redirect.PIPE)) {
            builder.redirectOutput(out.toFile());
        }
        return new RelrepProcess(builder.start(), out, err);
    }

    Ended run(String... words) throws Exception {
        try (RelrepProcess process = start(words)) {
            return process.end(PATIENCE_SECONDS);
        }
    }
}
