package relrep.itest.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tests commands with unusual locale, paths, home, cache, plugins and limits. */
@DisabledOnOs(OS.WINDOWS)
class SurroundingsTest {
    private static final int LACKING = 4;

    @TempDir Path folder;

    private Relrep relrep;

    @BeforeEach
    void place() {
        relrep = new Relrep(folder);
    }

    private String works(Relrep where, String... words) throws Exception {
        Relrep.Result result = where.run(words);
        assertEquals("", result.err());
        assertEquals(0, result.exit(), result.out());
        return result.out();
    }

    /** Six rows, written as CSV. */
    private void points(String name) throws IOException {
        Files.writeString(folder.resolve(name), "1,2\n3,1\n4,5\n-2,1\n0,3\n1,-1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LC_ALL=C", "LC_ALL= LC_CTYPE= LANG="})
    void namesBeyondAsciiWorkInEveryLocale(String locale) throws Exception {
        points("ä ñ.csv");
        points("点.csv");
        works(
                relrep.under("export " + locale),
                "align",
                "--quiet",
                "--source",
                "ä ñ.csv",
                "--target",
                "点.csv",
                "--aligner",
                "rigid",
                "--out",
                "ø.safetensors");
        assertTrue(Files.exists(folder.resolve("ø.safetensors")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b ü:\n%20+#?&;q'\"$x`\u001B[1m!", "b!/c"})
    void everyNameIsAFolderForCacheFilesAndPlugins(String name) throws Exception {
        Path odd = Files.createDirectories(folder.resolve("odd").resolve(name));
        Files.writeString(odd.resolve("no.jar"), "no jar");
        points("in.csv");
        Files.copy(folder.resolve("in.csv"), odd.resolve(name.replace('/', ' ') + ".csv"));
        Relrep there =
                relrep.with("RELREP_CACHE", odd.resolve("cache").toString())
                        .with("RELREP_PLUGINS", odd.toString());
        Files.createDirectories(odd.resolve("cache"));
        Path natives = odd.resolve("cache/natives");
        Files.createSymbolicLink(natives, Path.of(System.getProperty("relrep.cache"), "natives"));
        Relrep.Result list = there.run("list", "aligners");
        assertTrue(list.out().contains("rigid"), list::toString);
        works(
                there,
                "project",
                "--quiet",
                "--points",
                odd.resolve(name.replace('/', ' ') + ".csv").toString(),
                "--anchors",
                "random:count=2",
                "--out",
                odd.resolve("out.npy").toString());
        Files.delete(natives);
        assertTrue(Files.exists(odd.resolve("out.npy")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-ü", "a %20+#?&;*q'\"$x`"})
    void aCloneMayHaveAnOddName(String name) throws Exception {
        Path clone = Clone.of(folder.resolve("clones").resolve(name));
        assertTrue(works(relrep.of(clone), "list", "aligners").contains("rigid"));
        try (Stream<Path> walk = Files.walk(clone)) {
            for (Path link : walk.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    void whatJavaCannotHaveOnItsClassPathIsOneSentence() throws Exception {
        Map<String, String> sentences =
                Map.of(
                        "a:b", "the path of relrep's folder must have no ':'",
                        "a!", "no folder on the path of relrep's folder may have a name that ends",
                        "a\nb", "the path of relrep's folder must be one line",
                        "end\n", "the path of relrep's folder must be one line");
        for (Map.Entry<String, String> each : sentences.entrySet()) {
            Relrep.Result result =
                    relrep.of(Clone.scripts(folder.resolve("clones").resolve(each.getKey())))
                            .run("list");
            assertTrue(result.err().startsWith("relrep: " + each.getValue()), result.err());
            assertEquals(1, result.err().lines().count(), result.err());
            assertEquals(LACKING, result.exit());
        }
    }

    @Test
    void withoutAHomeThereIsTheCacheOrTheUsersOwn() throws Exception {
        assertTrue(works(relrep.under("unset HOME"), "list", "aligners").contains("rigid"));
        works(relrep.under("HOME="), "list", "aligners");
    }

    /** A path below a file stands for a folder that nobody can write, root included. */
    @Test
    void whoOnlyLooksNeedsNoCacheThatCanBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Relrep without = relrep.with("RELREP_CACHE", file.resolve("cache").toString());
        assertTrue(works(without, "list", "aligners").contains("rigid"));
        Relrep.Result doctor = without.run("doctor");
        assertEquals("", doctor.err());
        assertTrue(doctor.out().contains("ILL   cache"), doctor.out());
        assertEquals(LACKING, doctor.exit());
        Relrep.Result run = without.run("run", "demo", "--set", "size=smoke", "--quiet");
        assertTrue(run.err().startsWith("relrep: the cache "), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals(LACKING, run.exit());
        Relrep.Result nowhere = without.with("TMPDIR", file.toString()).run("list");
        assertTrue(
                nowhere.err().startsWith("relrep: the cache must be a folder that can be written"),
                nowhere.err());
        assertEquals(LACKING, nowhere.exit());
    }

    @Test
    void pluginsThatCannotBeReadAreIll() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Relrep without = relrep.with("RELREP_PLUGINS", file.toString());
        works(without, "list", "aligners");
        Relrep.Result doctor = without.run("doctor");
        assertTrue(
                doctor.out().contains(file + " is unreadable; it must be a folder"), doctor.out());
        assertEquals(LACKING, doctor.exit());
    }

    @Test
    void tooFewOpenFilesNameTheLimit() throws Exception {
        Relrep.Result result = relrep.under("ulimit -n 50").run("list");
        assertEquals(
                "relrep: relrep must be allowed to have 100 files open at once, and the limit is"
                        + " 50; 'ulimit -n 100' raises it\n",
                result.err());
        assertEquals(LACKING, result.exit());
        works(relrep.under("ulimit -n 100"), "list", "aligners");
    }

    @Test
    void whatJavaRefusesIsNamed() throws Exception {
        for (String command : List.of("list", "demo --dry-run")) {
            Relrep.Result result =
                    relrep.with("RELREP_JAVA_OPTIONS", "-Xfoo").run(command.split(" "));
            assertEquals(
                    "relrep: RELREP_JAVA_OPTIONS must be options of Java, such as -Xmx8g, and Java"
                            + " refuses '-Xfoo': Unrecognized option: -Xfoo\n",
                    result.err());
            assertEquals(2, result.exit());
        }
    }

    @Test
    void aCollectorOfOnesOwnTakesThePlaceOfOurs() throws Exception {
        works(relrep.with("RELREP_JAVA_OPTIONS", "-XX:+UseParallelGC"), "list", "aligners");
        works(relrep.with("RELREP_JAVA_OPTIONS", "-XX:+UseSerialGC"), "demo", "--dry-run");
    }

    /** The process alone is larger than what JavaCPP allows beside so small a heap. */
    @Test
    void aSmallHeapGivesTheSameNumbers() throws Exception {
        for (int file = 0; file < 2; file++) {
            Random random = new Random(file);
            String rows =
                    IntStream.range(0, 120)
                            .mapToObj(i -> random.nextInt(1_000) + "," + random.nextInt(1_000))
                            .collect(Collectors.joining("\n"));
            Files.writeString(folder.resolve(file + ".csv"), rows);
        }
        String[] words =
                ("compare --source 0.csv --target 1.csv --metric linear-cka --metric rsa"
                                + " --bootstrap 20 --aligner linear --quiet")
                        .split(" ");
        String expected = works(relrep, words);
        assertEquals(expected, works(relrep.with("RELREP_JAVA_OPTIONS", "-Xmx18m"), words));
    }

    /** Nothing can be made in the folder of the processes, which has no room either. */
    @Test
    void aCacheThatCannotBeMadeIsNoFullDisk() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self")), "there is no /proc");
        Relrep.Result result =
                relrep.with("RELREP_CACHE", "/proc/nope").run("demo", "--set", "size=smoke");
        assertTrue(
                result.err().startsWith("relrep: the cache /proc/nope cannot be written: "),
                result.err());
        assertEquals(LACKING, result.exit());
    }

    /** In Turkish the capital of i is another letter, and decimals have commas. */
    @Test
    void theLanguageOfTheUserChangesNothing() throws Exception {
        Relrep turkish =
                relrep.with(
                        "RELREP_JAVA_OPTIONS",
                        "-Duser.language=tr -Duser.country=TR -Duser.language.format=tr");
        for (String command : List.of("info mlp", "list --json", "cache list")) {
            String[] words = command.split(" ");
            assertEquals(works(relrep, words), works(turkish, words), command);
        }
        assertFalse(works(turkish, "cache", "list").contains("0,"));
    }
}
