package relrep.itest.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.bundle.Blocks;
import relrep.itest.bundle.Jars;
import relrep.itest.launch.Relrep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tests commands that continue while a plugin is replaced. */
class ReplacementTest {
    private static final int REPLACEMENTS = 5;

    @TempDir Path folder;

    private Shell shell;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("points.csv"), "1,2\n3,4\n");
        Files.writeString(folder.resolve("anchors.csv"), "4,6\n");
        Files.writeString(
                folder.resolve("runs.yaml"),
                """
                name: runs
                kind: compare
                data: digits(train=300, test=60)
                networks: {a: pca}
                width: 4
                seeds: [1, 2]
                anchors: random(count=10)
                similarity: blocks
                bridges: [relative]
                metrics: [cosine-index]
                """);
        shell = new Shell(new Relrep(folder));
    }

    @AfterEach
    void close() throws Exception {
        shell.close();
    }

    private void drop(int version) throws IOException {
        Jars.drop(
                Jars.bundle(
                        folder.resolve("blocks.jar"),
                        Blocks.class,
                        version + ".0.0",
                        "org.osgi.framework,relrep.api.data,relrep.api.plugin,relrep.api.similarity"),
                shell.plugins());
    }

    /** The city distance of (1, 2) and (4, 6) is 7, times the version. */
    private int version(int call) throws IOException {
        String out = "out-" + call + ".csv";
        List<String> said =
                shell.say(
                        "project --points points.csv --anchors anchors.csv --similarity blocks"
                                + " --out "
                                + out);
        Path file = folder.resolve(out);
        assertTrue(Files.exists(file), () -> said + " " + shell.errors());
        List<String> lines = Files.readAllLines(file);
        return (int) Math.round(Double.parseDouble(lines.get(lines.size() - 2)) / 7);
    }

    @Test
    void eachCallHasTheOldVersionOrTheNewOne() throws Exception {
        drop(1);
        shell.ask("list similarity", line -> line.contains(" blocks ") && line.contains(" 1.0.0 "));
        int calls = 0;
        int now = 1;
        Set<Integer> seen = new HashSet<>();
        for (int next = 2; next <= REPLACEMENTS + 1; next++) {
            drop(next);
            while (now < next) {
                int found = version(calls++);
                assertTrue(found == now || found == next, found + " after " + now);
                now = found;
                seen.add(found);
            }
        }
        assertEquals(REPLACEMENTS, seen.stream().filter(version -> version > 1).count());
        assertEquals("", shell.errors());
    }

    @Test
    void aRunGoesOnWithTheVersionThatItBeganWithAndNamesIt() throws Exception {
        drop(1);
        shell.ask("list similarity", line -> line.contains(" blocks ") && line.contains(" 1.0.0 "));
        drop(2);
        Set<String> seen = new HashSet<>();
        for (int run = 0; !seen.contains("2.0.0"); run++) {
            shell.say("run runs.yaml --quiet --fresh --out run-" + run);
            Path out = folder.resolve("run-" + run);
            assertEquals(3, Files.readAllLines(out.resolve("results.csv")).size(), shell::errors);
            String provenance = Files.readString(out.resolve("provenance.json"));
            String plugins = provenance.substring(provenance.indexOf("\"plugins\""));
            String blocks = plugins.substring(plugins.indexOf("\"org.example.blocks\""));
            seen.add(blocks.replaceAll("(?s).*?\"version\": \"([^\"]*)\".*", "$1"));
        }
        assertTrue(Set.of("1.0.0", "2.0.0").containsAll(seen), seen::toString);
        assertEquals("", shell.errors());
    }
}
