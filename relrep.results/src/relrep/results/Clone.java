package relrep.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The clone of the repository that results are made from.
 *
 * @param top its folder
 */
record Clone(Path top) {
    private record Said(int exit, String words) {}

    /** Whether it is a clone, with a commit. */
    boolean hasCommits() throws IOException {
        return git("rev-parse", "HEAD").exit() == 0;
    }

    /** Whether no source, and nothing of the build, differs from the last commit. */
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
     * Whether nothing that the numbers of an experiment stand on has changed since a commit: the
     * sources, but for those of this room, the versions of dependencies, the experiment's file.
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
