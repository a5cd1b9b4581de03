package relrep.build;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An archive of the classes that a command loads and verifies (class data sharing, JEP 350). Each
 * command maps it instead of loading the classes again. If there is no archive, or the JVM does not
 * accept it, commands load their classes as usual.
 */
final class ClassArchive {
    private static final String NAME = "classes.jsa";
    private static final long PATIENCE_SECONDS = 60;

    private final Path top;
    private final Path dist;

    ClassArchive(Path top, Path dist) {
        this.top = top;
        this.dist = dist;
    }

    /** Removes the archives of other distributions. */
    void remove() throws IOException {
        Files.deleteIfExists(dist.resolve(NAME));
    }

    /**
     * Makes the archive by running one command without third-party plugins. The file appears
     * complete or not at all.
     */
    void make() throws IOException, InterruptedException {
        String part = NAME + "." + ProcessHandle.current().pid();
        File nothing = new File("/dev/null");
        ProcessBuilder list =
                new ProcessBuilder(top.resolve("relrep").toString(), "list")
                        .directory(dist.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.DISCARD);
        if (nothing.exists()) {
            list.redirectInput(nothing);
        }
        Map<String, String> variables = list.environment();
        // A relative name: the start script separates options by blanks, which a path may have.
        variables.put("RELREP_JAVA_OPTIONS", "-XX:ArchiveClassesAtExit=" + part);
        variables.put("RELREP_PLUGINS", dist.resolve("none").toString());
        variables.put("RELREP_EXPERIMENTS", dist.resolve("none").toString());
        Process process = list.start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        Path made = dist.resolve(part);
        if (ended && process.exitValue() == 0 && Files.exists(made)) {
            Files.move(made, dist.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(made);
        }
    }
}
