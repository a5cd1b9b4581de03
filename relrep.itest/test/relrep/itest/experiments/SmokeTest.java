package relrep.itest.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.launch.Relrep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs every bundled experiment at its smallest size with the real command. */
class SmokeTest {
    private static final Path FILES =
            Path.of(System.getProperty("relrep.top"), "relrep.experiments", "experiments");

    /** So many in one process, which must end before the patience with a process does. */
    private static final int TOGETHER = 4;

    /** A proxy that nobody is, so that nothing is downloaded where there is a network. */
    private static final String NOWHERE = "-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=1";

    @TempDir static Path folder;

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml"))
                    .map(file -> file.replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    /** Word vectors are too large to be embedded: real ones where they are, else made ones. */
    private static Path words() throws IOException {
        String given = System.getenv("RELREP_DATA");
        if (given != null && Files.isDirectory(Path.of(given, "word-vectors"))) {
            return Path.of(given);
        }
        Path made = folder.resolve("made");
        new MadeWords(made).write();
        return made;
    }

    @BeforeAll
    static void runAll() throws Exception {
        List<String> names = names();
        Relrep relrep = new Relrep(folder).with("RELREP_DATA", words().toString());
        // What the first command of a fresh clone still has to build, it says on standard error.
        assertEquals(0, relrep.run("list", "--quiet").exit());
        for (int from = 0; from < names.size(); from += TOGETHER) {
            List<String> some = names.subList(from, Math.min(names.size(), from + TOGETHER));
            List<String> words = new ArrayList<>(List.of("run"));
            words.addAll(some);
            words.addAll(List.of("--set", "size=smoke", "--quiet", "--out"));
            words.add(some.size() == 1 ? "found/" + some.get(0) : "found");
            Relrep.Result result = relrep.run(words.toArray(String[]::new));
            assertEquals("", result.err());
            assertEquals(0, result.exit(), some::toString);
        }
    }

    @TestFactory
    Stream<DynamicTest> eachHasRowsAndVerdictsAndNoFailure() throws IOException {
        return names().stream().map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
    }

    private static void check(String name) throws IOException {
        Path run = folder.resolve("found").resolve(name);
        assertTrue(Files.readAllLines(run.resolve("results.csv")).size() > 10, name);
        assertEquals(1, Files.readAllLines(run.resolve("failures.csv")).size(), name);
        assertTrue(read(run, "provenance.json").contains("\"state\": \"finished\""), name);
        String summary = read(run, "summary.md");
        assertTrue(summary.contains("## Claims"), summary);
        assertTrue(summary.contains("| holds "), summary);
        try (Stream<Path> figures = Files.list(run.resolve("figures"))) {
            assertTrue(figures.anyMatch(file -> file.toString().endsWith(".svg")), name);
        }
    }

    private static String read(Path run, String file) throws IOException {
        return Files.readString(run.resolve(file));
    }

    @Test
    void aSetThatIsNotThereEndsWithHowToGetIt() throws Exception {
        Relrep relrep = new Relrep(folder).with("RELREP_JAVA_OPTIONS", NOWHERE);
        Relrep.Result result =
                relrep.run("run", "poster-kmnist-48-24", "--out", "absent", "--quiet");
        assertEquals(4, result.exit(), result.out());
        assertTrue(result.err().contains("kmnist"), result.err());
        assertTrue(result.err().contains("--data DIR"), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
    }
}
