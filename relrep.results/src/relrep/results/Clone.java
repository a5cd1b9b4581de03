package relrep.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The clone of the repository from which results are made.
 *
 * @param top its folder
 */
record Clone(Path top) {
    private record Said(int exit, String words) {}

    /** Returns whether it is a clone with at least one commit. */
    boolean hasCommits() throws IOException {
        return git("rev-parse", "HEAD").exit() == 0;
    }

    /** Returns whether the sources and the build are the same as in the last commit. */
    boolean isCommitted() throws IOException {
        return git(
                        "--no-optional-locks",
                        "status",
                        "--porcelain",
                        "--",
                        "relrep*",
                        "bnd.bnd",
                        "cnf")
                .words()
                .isEmpty();
    }

    /**
     * Returns whether everything that an experiment's numbers depend on is unchanged since a
     * commit: the sources (without those of this room), the versions of dependencies, and the
     * experiment's file.
     */
    boolean isUnchangedSince(String commit, String experiment) throws IOException {
        return commit.matches("[0-9a-f]+")
                && git(
                                        "diff",
                                        "--quiet",
                                        commit,
                                        "--",
                                        "relrep.*/src/*",
                                        ":(exclude)relrep.results/*",
                                        "cnf/ext/central.mvn",
                                        BundledExperiments.FOLDER + "/" + experiment + ".yaml")
                                .exit()
                        == 0;
    }

    private Said git(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", top.toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Said(process.waitFor(), said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("git was interrupted", e);
        }
    }
}
