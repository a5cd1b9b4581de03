package relrep.itest.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.launch.Relrep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tests the options that all commands have, before and after the command's name, and the provenance
 * of runs.
 */
class CommonOptionsTest {
    private static final Path TOP = Path.of(System.getProperty("relrep.top"));

    @TempDir Path folder;

    private Relrep relrep;

    @BeforeEach
    void place() throws IOException {
        relrep = new Relrep(folder);
        Files.writeString(
                folder.resolve("mine.yaml"),
                """
                name: mine
                kind: compare
                data: digits(train=60, test=20)
                networks: {a: pca}
                width: 4
                seeds: [1, 2]
                bridges: absolute
                metrics: linear-cka
                """);
    }

    @Test
    void jsonBeforeTheCommandIsJson() throws Exception {
        Relrep.Result before = relrep.run("--json", "list", "metrics");
        assertEquals(relrep.run("list", "metrics", "--json"), before);
        assertTrue(JsonParser.parseString(before.out()).isJsonObject(), before.out());
        JsonObject run = run("--json", "--quiet", "run", "mine.yaml", "--out", "r");
        assertEquals("mine", run.get("experiment").getAsString());
    }

    @Test
    void aFinishedRunIsPrintedAgain() throws Exception {
        String[] words = {"run", "mine.yaml", "--out", "r", "--quiet"};
        Relrep.Result first = relrep.run(words);
        Relrep.Result again = relrep.run(words);
        assertEquals("", again.err());
        assertEquals(0, again.exit());
        String sentence = "nothing was computed\n";
        assertTrue(again.out().endsWith(sentence), again.out());
        assertEquals(
                first.out().lines().filter(line -> line.startsWith("|")).toList(),
                again.out().lines().filter(line -> line.startsWith("|")).toList());
        assertTrue(again.out().contains("\n| "), again.out());
    }

    private JsonObject run(String... words) throws Exception {
        Relrep.Result result = relrep.run(words);
        assertEquals("", result.err());
        assertEquals(0, result.exit());
        return JsonParser.parseString(result.out()).getAsJsonObject();
    }

    @Test
    void theCommitIsTheSameHoweverARunIsStarted() throws Exception {
        Set<String> commits = new TreeSet<>();
        run("run", "mine.yaml", "--out", "r1", "--quiet", "--json");
        commits.add(commit("r1"));
        run("--quiet", "--json", "run", "mine.yaml", "--out", "r2");
        commits.add(commit("r2"));
        Process shell = relrep.start("--quiet", "shell");
        shell.getOutputStream().write("run mine.yaml --out r3\n".getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().close();
        assertEquals(0, relrep.end(shell).exit());
        commits.add(commit("r3"));
        assertEquals(1, commits.size(), commits::toString);
        assertEquals(
                Files.exists(TOP.resolve(".git")),
                commits.iterator().next().matches("[0-9a-f]{12}( with changes)?"),
                commits::toString);
    }

    private String commit(String run) throws IOException {
        String text = Files.readString(folder.resolve(run).resolve("provenance.json"));
        return JsonParser.parseString(text).getAsJsonObject().get("commit").getAsString();
    }
}
