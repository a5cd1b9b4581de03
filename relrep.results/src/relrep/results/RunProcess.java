package relrep.results;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The result of running one experiment as a process of {@code ./relrep run}.
 *
 * @param exit the exit code
 * @param reason the last sentence that it wrote to standard error; empty if there is none
 */
record RunProcess(int exit, String reason) {
    private static final List<Integer> SIGNALS = List.of(130, 143);

    /**
     * Starts the process and waits for its end.
     *
     * @param program the path of {@code relrep}
     * @param words its arguments
     * @param cache the folders that it works in
     * @param environment variables to set
     * @throws EndedException when a signal has ended it
     */
    static RunProcess of(
            Path program, List<String> words, RunCache cache, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path errors = cache.runs().resolve("errors");
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(cache.runs().toFile())
                        .redirectInput(Redirect.INHERIT)
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("RELREP_CACHE", cache.folder().toString());
        int exit = await(builder.start());
        if (SIGNALS.contains(exit)) {
            throw new EndedException(exit);
        }
        return new RunProcess(exit, lastLine(errors).replaceFirst("^relrep: ", ""));
    }

    /**
     * Waits for the process. A signal to this process first ends the other one, so that its work is
     * saved.
     */
    private static int await(Process process) throws InterruptedException {
        Thread passOn =
                new Thread(
                        () -> {
                            process.destroy();
                            process.onExit().join();
                        });
        Runtime.getRuntime().addShutdownHook(passOn);
        int exit = process.waitFor();
        try {
            Runtime.getRuntime().removeShutdownHook(passOn);
        } catch (IllegalStateException ending) {
            return exit; // a signal ends this process, too
        }
        return exit;
    }

    private static String lastLine(Path errors) throws IOException {
        return Files.readAllLines(errors).stream()
                .filter(line -> !line.isBlank())
                .reduce("", (before, line) -> line);
    }
}
