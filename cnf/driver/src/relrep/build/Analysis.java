package relrep.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs the static analysis of rooms, their tests, and the build itself, in parallel with the tests.
 * Files without findings are left out until they change.
 */
final class Analysis implements AutoCloseable {
    private final Map<Path, String> stamps = new LinkedHashMap<>();
    private final Set<Path> sources = new LinkedHashSet<>();
    private final Set<Path> path = new LinkedHashSet<>();
    private final Set<String> options = new LinkedHashSet<>();
    private Optional<Analyser> analyser = Optional.empty();

    private Analysis() {}

    /**
     * Starts the analysis.
     *
     * @param all whether these are all rooms; then the build is analysed too
     */
    static Analysis start(Path top, List<Room> rooms, boolean all) throws Exception {
        Analysis analysis = new Analysis();
        for (Room room : rooms) {
            Path stamp = room.generated().resolve("analysed.stamp");
            analysis.add(stamp, List.of(room.sources(), room.tests()), room.testCompilePath());
            analysis.options.addAll(room.words("-javac"));
        }
        if (all) {
            analysis.add(
                    top.resolve("cnf/cache/analysed.stamp"),
                    List.of(top.resolve("cnf/driver")),
                    List.of(new File(System.getProperty("relrep.tool.bnd"))));
        }
        if (!analysis.sources.isEmpty()) {
            analysis.analyser =
                    Optional.of(
                            Analyser.start(
                                    top.resolve("cnf/cache/analysis"),
                                    analysis.sources,
                                    analysis.path,
                                    analysis.options));
        }
        return analysis;
    }

    private void add(Path stamp, List<Path> folders, List<File> compiledAgainst) throws Exception {
        Fingerprint fingerprint =
                new Fingerprint()
                        .with(System.getProperty("relrep.tool.analyser"))
                        .with(compiledAgainst);
        Set<Path> java = new LinkedHashSet<>();
        for (Path folder : folders) {
            fingerprint.with(folder);
            for (Path file : Room.files(folder)) {
                if (file.toString().endsWith(".java")) {
                    java.add(file);
                }
            }
        }
        String now = fingerprint.value();
        if (!java.isEmpty() && !Fingerprint.matches(stamp, now)) {
            stamps.put(stamp, now);
            sources.addAll(java);
            compiledAgainst.forEach(file -> path.add(file.toPath()));
        }
    }

    /** Waits for its end, prints the findings, and returns their number. */
    int end(Say say) throws IOException, InterruptedException {
        if (analyser.isEmpty()) {
            return 0;
        }
        List<String> findings = analyser.get().findings();
        if (findings.isEmpty()) {
            for (Map.Entry<Path, String> stamp : stamps.entrySet()) {
                Fingerprint.write(stamp.getKey(), stamp.getValue());
            }
        }
        findings.forEach(say::result);
        return findings.size();
    }

    @Override
    public void close() {
        analyser.ifPresent(Analyser::close);
    }
}
