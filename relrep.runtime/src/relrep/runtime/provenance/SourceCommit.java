package relrep.runtime.provenance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the current git commit of a clone of relrep's repository. */
public final class SourceCommit {
    /** The answer if there is no clone or no git. */
    public static final String UNKNOWN = "unknown";

    private static final List<String> SOURCES = List.of("relrep*", "bnd.bnd", "cnf");

    private SourceCommit() {}

    /**
     * Returns the first twelve hexadecimal digits of the commit, followed by {@code with changes}
     * if sources differ from it.
     *
     * @param clone the folder of the clone; a folder inside another clone gives {@link #UNKNOWN}
     */
    static String of(Path clone) {
        if (Files.notExists(clone.resolve(".git"))) {
            return UNKNOWN;
        }
        try {
            String commit = git(clone, "rev-parse", "--short=12", "HEAD");
            List<String> status =
                    new ArrayList<>(List.of("--no-optional-locks", "status", "--porcelain", "--"));
            status.addAll(SOURCES);
            boolean same = git(clone, status.toArray(String[]::new)).isEmpty();
            return same ? commit : commit + " with changes";
        } catch (IOException noGit) {
            return UNKNOWN;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }

    private static String git(Path clone, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(clone.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        // In a hook of git these name the repository that the hook is of.
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        Process git = builder.start();
        git.getOutputStream().close();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (git.waitFor() != 0) {
            throw new IOException("git ended with " + git.exitValue());
        }
        return said.strip();
    }
}
