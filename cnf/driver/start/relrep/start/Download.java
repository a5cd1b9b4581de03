package relrep.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes Maven fetch the files that its local repository lacks. */
final class Download {
    private static final int LONGEST = 300;
    private static final int SECONDS_A_LINE = 10;
    private static final String ERROR = "[ERROR] ";

    private final Repository repository;
    private final Dependencies dependencies;
    private final Path folder;

    Download(Repository repository, Dependencies dependencies) {
        this.repository = repository;
        this.dependencies = dependencies;
        this.folder = repository.notes().resolve("fetch");
    }

    /** Fetches the missing files, if there are any. */
    void run() throws IOException, InterruptedException {
        List<Coordinate> missing = repository.missing(dependencies.all());
        if (missing.isEmpty()) {
            return;
        }
        String maven = maven();
        Files.createDirectories(folder);
        Path pom = Files.writeString(folder.resolve("pom.xml"), project());
        Path log = folder.resolve("maven.log");
        Say.line(
                "fetching %d files through Maven (once; what has arrived is kept if this is stopped)"
                        .formatted(missing.size()));
        Process process =
                new ProcessBuilder(
                                maven,
                                "-B",
                                "-C",
                                "-f",
                                pom.toString(),
                                "-Dmaven.repo.local=" + repository.root(),
                                dependencies.plugins().get("resolve") + ":resolve")
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        watch(process, missing);
        if (process.waitFor() != 0) {
            throw new LackingException(
                    "Maven could not fetch everything (no network, or a broken download); what"
                            + " arrived is kept, so the same command goes on from here; its words:"
                            + " %s",
                    words(log));
        }
        List<Coordinate> still = repository.missing(missing);
        if (!still.isEmpty()) {
            throw new LackingException(
                    "Maven said it fetched everything, and '%s' lacks %s",
                    repository.root(), still.get(0).path());
        }
    }

    /** Returns a temporary project that depends on each file alone, without its dependencies. */
    private String project() {
        return """
        <project><modelVersion>4.0.0</modelVersion><groupId>relrep</groupId>
        <artifactId>fetch</artifactId><version>1</version><packaging>pom</packaging><dependencies>
        %s</dependencies></project>
        """
                .formatted(
                        dependencies.all().stream()
                                .map(Coordinate::dependency)
                                .collect(Collectors.joining()));
    }

    /**
     * Prints the progress: one line that is updated on a terminal, or a new line every ten seconds
     * elsewhere.
     */
    private void watch(Process process, List<Coordinate> missing)
            throws IOException, InterruptedException {
        int seconds = 0;
        while (!process.waitFor(1, TimeUnit.SECONDS)) {
            seconds++;
            String arrived =
                    "%d of %d files"
                            .formatted(
                                    missing.size() - repository.missing(missing).size(),
                                    missing.size());
            if (Say.onTerminal()) {
                Say.over(arrived);
            } else if (seconds % SECONDS_A_LINE == 0) {
                Say.line(arrived);
            }
        }
        if (Say.onTerminal()) {
            Say.end();
        }
    }

    private static String words(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith(ERROR))
                    .map(line -> line.substring(ERROR.length()))
                    .map(line -> line.substring(0, Math.min(LONGEST, line.length())))
                    .findFirst()
                    .orElse("none, it was ended");
        }
    }

    private static String maven() {
        boolean windows = File.separatorChar == '\\';
        String name = windows ? "mvn.cmd" : "mvn";
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .map(File::getPath)
                .findFirst()
                .orElseThrow(
                        () ->
                                new LackingException(
                                        "Maven must be on the PATH (it fetches what relrep is"
                                                + " built from), and there is no mvn"));
    }
}
