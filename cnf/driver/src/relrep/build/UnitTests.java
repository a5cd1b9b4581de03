package relrep.build;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the JUnit tests of one room in a JVM of their own. */
final class UnitTests {
    private static final String VECTORS = "jdk.incubator.vector";

    /** The system properties that are passed on to tests. */
    private static final List<String> PASSED_ON =
            List.of(
                    "relrep.top",
                    "relrep.cache",
                    "relrep.natives",
                    "relrep.tool.bnd",
                    "relrep.tool.analyser",
                    "relrep.tool.dataflow");

    private final Room room;
    private final Optional<String> only;
    private final boolean fast;

    UnitTests(Room room, Request request) {
        this.room = room;
        this.only = request.tests();
        this.fast = request.fast();
    }

    Tally run() throws Exception {
        Path reports = room.generated().resolve("test-reports/unit");
        Delete.below(reports);
        Files.createDirectories(reports);
        Path words = reports.resolve("console.txt");
        Process process =
                new ProcessBuilder(command(reports))
                        .directory(room.folder().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(words.toFile())
                        .start();
        int exit;
        try {
            exit = process.waitFor();
        } finally {
            process.destroy();
        }
        Tally tally = new Reports(reports).tally();
        if (exit != 0 && !(exit == 2 && tally.all() == 0)) {
            System.out.println(Files.readString(words));
        }
        return exit == 0 || tally.failed() > 0 || exit == 2
                ? tally
                : tally.plus(new Tally(0, 1, 0));
    }

    private List<String> command(Path reports) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-ea", "-Xmx2g", "-XX:+UseSerialGC"));
        command.add("-Djava.awt.headless=true");
        // What lives a few seconds repays no optimising; vectors of floats are unusable without it.
        if (fast && room.words("-javac").stream().noneMatch(word -> word.contains(VECTORS))) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        for (String name : PASSED_ON) {
            command.add("-D" + name + "=" + System.getProperty(name));
        }
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dorg.bytedeco.javacpp.cachedir=" + natives());
        command.add(
                "-Dorg.bytedeco.javacpp.platform.extension="
                        + System.getProperty("relrep.extension"));
        command.addAll(room.words("-testvm"));
        command.add("-cp");
        command.add(
                Stream.concat(
                                Stream.of(new File(System.getProperty("relrep.tool.junit"))),
                                room.testRunPath().stream())
                        .map(File::getPath)
                        .collect(Collectors.joining(File.pathSeparator)));
        command.addAll(
                List.of(
                        "org.junit.platform.console.ConsoleLauncher",
                        "execute",
                        "--disable-banner",
                        "--disable-ansi-colors",
                        "--details=none",
                        "--fail-if-no-tests",
                        "--reports-dir=" + reports,
                        "--scan-classpath=" + room.testClasses()));
        filter(command);
        return command;
    }

    /**
     * Returns the folder where JavaCPP unpacks natives; each jar has its own folder, named with the
     * version.
     */
    private static Path natives() {
        return Path.of(System.getProperty("relrep.cache"), "natives", "jars");
    }

    private void filter(List<String> command) {
        if (fast) {
            command.add("--exclude-tag=" + Tests.SLOW);
        }
        if (only.isEmpty()) {
            command.add("--include-classname=.*Test");
            return;
        }
        String[] parts = only.get().split("#", 2);
        command.add("--include-classname=(.*\\.)?" + Pattern.quote(parts[0]));
        if (parts.length == 2) {
            command.add("--include-methodname=.*#" + Pattern.quote(parts[1]));
        }
    }
}
