package relrep.itest.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.bundle.Jars;
import relrep.itest.launch.FileChecksum;
import relrep.itest.launch.Relrep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Adds, uses, replaces and removes a plugin of every kind while the shell runs. */
class HotKindsTest {
    private static final List<String> KINDS =
            List.of(
                    "dataset",
                    "architecture",
                    "penalty",
                    "encoder",
                    "aligner",
                    "transform",
                    "anchor-selector",
                    "metric",
                    "similarity",
                    "reporter",
                    "vector-format");

    private static final String EXPERIMENT =
            """
            name: hot
            kind: compare
            data: hot
            networks: {a: {architecture: hot, penalties: [hot]}, b: {encoder: hot}}
            width: 4
            seeds: [1]
            anchors: hot
            transform: hot
            similarity: hot
            bridges: [absolute, hot, relative]
            metrics: [hot]
            """;

    @TempDir Path folder;

    private Shell shell;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("hot.yaml"), EXPERIMENT);
        Files.writeString(folder.resolve("points.hot"), "");
        Files.writeString(folder.resolve("anchors.csv"), "1,0\n");
        shell = new Shell(new Relrep(folder));
    }

    @AfterEach
    void close() throws Exception {
        shell.close();
    }

    private void drop(String kind, int version) throws IOException {
        Jars.drop(
                Jars.kind(folder.resolve(kind + ".jar"), kind, version + ".0.0"), shell.plugins());
    }

    private void listed(String kind, String text) throws IOException {
        shell.ask(
                "list " + kind, line -> line.matches(kind + "\\s+hot\\s.*") && line.contains(text));
    }

    @Test
    void everyKindComesIsReplacedAndGoes() throws Exception {
        assertEquals(1, shell.say("run hot.yaml --out one").size(), "it waits, and says for what");
        for (String kind : KINDS) {
            drop(kind, 1);
        }
        for (String kind : KINDS) {
            listed(kind, " 1.0.0 ");
        }
        shell.ask("jobs", line -> line.startsWith("hot-1: ended"));
        assertMade("one", 1);
        assertEncoded("one", 1);
        for (String kind : KINDS) {
            drop(kind, 3);
        }
        for (String kind : KINDS) {
            listed(kind, " 3.0.0 ");
        }
        shell.say("run hot.yaml --quiet --out three");
        assertMade("three", 3);
        assertEncoded("three", 3);
        for (String kind : KINDS) {
            Files.delete(shell.plugins().resolve(kind + ".jar"));
        }
        for (String kind : KINDS) {
            shell.askUntil(
                    "list " + kind,
                    lines -> lines.stream().noneMatch(line -> line.matches(kind + "\\s+hot\\s.*")));
        }
    }

    private void assertMade(String run, int version) throws Exception {
        List<String> rows = Files.readAllLines(folder.resolve(run).resolve("results.csv"));
        assertEquals(
                Math.pow(version, 5),
                value(rows, "absolute"),
                "data, network, penalty, transform, metric");
        assertEquals(Math.pow(version, 6), value(rows, "hot"), "and aligner");
        assertEquals(Math.pow(version, 6), value(rows, "relative"), "and similarity");
        assertEquals(version, number(rows, "relative", "anchors"), "anchors");
        assertEquals(
                "version " + version, Files.readString(folder.resolve(run).resolve("hot.txt")));
        String provenance = Files.readString(folder.resolve(run).resolve("provenance.json"));
        String plugins = provenance.substring(provenance.indexOf("\"plugins\""));
        for (String kind : KINDS.subList(0, 9)) {
            assertTrue(plugins.contains("\"kind\": \"" + kind + "\""), kind + " in " + plugins);
            String one = plugins.substring(plugins.indexOf("\"kind\": \"" + kind + "\""));
            assertTrue(one.substring(0, one.indexOf('}')).contains("\"" + version + ".0.0\""), one);
            assertTrue(
                    one.substring(0, one.indexOf('}')).contains(sha256(kind)), kind + " in " + one);
        }
        shell.say(
                "project --points points.hot --anchors anchors.csv --similarity inner --out "
                        + run
                        + ".csv");
        assertEquals(
                version,
                Double.parseDouble(
                        Files.readAllLines(folder.resolve(run + ".csv")).get(1).split(",", -1)[0]));
    }

    /** Trains a network into a file, and encodes the dataset by it and by the encoder. */
    private void assertEncoded(String run, int version) throws Exception {
        String net = run + ".safetensors";
        shell.say("train hot --on hot --width 4 --out " + net);
        shell.say("encode --encoder " + net + " --in hot --part test --out " + run + "-net.csv");
        shell.say("encode --encoder hot --in hot --part test --out " + run + "-encoder.csv");
        shell.say("encode --encoder hot --in hto --part test --out " + run + "-typo.csv");
        assertTrue(
                shell.errors()
                        .contains("unknown file, folder or dataset 'hto'; did you mean 'hot'?"),
                shell::errors);
        for (String by : List.of("net", "encoder")) {
            String first =
                    Files.readAllLines(folder.resolve(run + "-" + by + ".csv"))
                            .get(1)
                            .split(",", -1)[0];
            assertEquals(version * version, Double.parseDouble(first), 1e-6, by);
        }
    }

    private String sha256(String kind) throws Exception {
        return FileChecksum.of(folder.resolve(kind + ".jar"));
    }

    private static double value(List<String> rows, String bridge) {
        return number(rows, bridge, "value");
    }

    private static double number(List<String> rows, String bridge, String column) {
        List<String> columns = List.of(rows.get(0).split(",", -1));
        int which = columns.indexOf("bridge");
        return rows.stream()
                .map(row -> row.split(",", -1))
                .filter(cells -> cells[which].equals(bridge))
                .mapToDouble(cells -> Double.parseDouble(cells[columns.indexOf(column)]))
                .findFirst()
                .orElse(Double.NaN);
    }
}
