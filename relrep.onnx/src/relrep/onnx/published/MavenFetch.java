package relrep.onnx.published;

import relrep.api.run.CancelledException;
import relrep.api.run.Run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes Maven fetch a jar into its local repository, from the repositories that the user's Maven
 * knows. Maven goes on with a broken download, and gives a file its name when it is whole.
 *
 * @param maven the program
 * @param repository Maven's local repository
 */
record MavenFetch(Path maven, Path repository) {
    /** The plugin of Maven's that the build of relrep uses as well. */
    static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1";

    private static final long LOOK_MILLIS = 200;
    private static final int LONGEST = 300;
    private static final String ERROR = "[ERROR] ";

    /** Returns Maven from a search path; empty if there is none. */
    static Optional<Path> find(String searchPath) {
        String name = File.separatorChar == '\\' ? "mvn.cmd" : "mvn";
        return Stream.of(searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Returns Maven's local repository, as the build of relrep finds it. */
    static Path localRepository() {
        String named = System.getenv("RELREP_M2");
        return named == null || named.isBlank()
                ? Path.of(System.getProperty("user.home"), ".m2", "repository")
                : Path.of(named).toAbsolutePath();
    }

    /**
     * Fetches a jar.
     *
     * @throws IOException when Maven does not fetch it, with its reason
     */
    void run(PublishedJar jar, Run run) throws IOException {
        Path folder = Files.createTempDirectory("relrep-fetch");
        try {
            Path pom = Files.writeString(folder.resolve("pom.xml"), project(jar));
            Path log = folder.resolve("maven.log");
            Process process =
                    new ProcessBuilder(
                                    maven.toString(),
                                    "-B",
                                    "-C",
                                    "-f",
                                    pom.toString(),
                                    "-Dmaven.repo.local=" + repository,
                                    PLUGIN + ":resolve")
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            try {
                watch(process, jar, run);
            } finally {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
            }
            if (process.exitValue() != 0) {
                throw new IOException(words(log));
            }
        } finally {
            for (String name : List.of("pom.xml", "maven.log", "")) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
    }

    /** Returns a project that depends on the jar alone, without the jar's own dependencies. */
    private static String project(PublishedJar jar) {
        return """
        <project><modelVersion>4.0.0</modelVersion><groupId>relrep</groupId>
        <artifactId>fetch</artifactId><version>1</version><packaging>pom</packaging><dependencies>
        <dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><exclusions>
        <exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions></dependency>
        </dependencies></project>
        """
                .formatted(PublishedJar.GROUP, jar.artifact(), jar.version());
    }

    private void watch(Process process, PublishedJar jar, Run run) throws IOException {
        try {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                run.step(arrived(jar), jar.bytes());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the wait for Maven was interrupted");
        }
    }

    /** Returns how much has arrived, in whatever file Maven writes to. */
    private long arrived(PublishedJar jar) throws IOException {
        Path folder = repository.resolve(jar.path()).getParent();
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        long most = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                most = Math.max(most, file.toFile().length());
            }
        }
        return Math.min(most, jar.bytes());
    }

    private static String words(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith(ERROR))
                    .map(line -> line.substring(ERROR.length()))
                    .map(line -> line.substring(0, Math.min(LONGEST, line.length())))
                    .findFirst()
                    .orElse("it ended without a reason");
        }
    }
}
