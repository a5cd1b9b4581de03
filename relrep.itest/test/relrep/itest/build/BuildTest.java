package relrep.itest.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Tests the error messages of the build. */
final class BuildTest {
    private static final Path TOP = Path.of(System.getProperty("relrep.top"));

    @TempDir Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "test relrep.similarty | a room must be one of ",
                "build --hot | unknown option '--hot'; there are --check, --fast, --tests",
                "test relrep.similarity --tests NoSuchTest | no test ran",
            })
    void wrongWordsGetASentence(String words, String sentence) throws Exception {
        Outcome outcome = relrep(words.split(" "));
        assertTrue(outcome.exit() == 2 || sentence.equals("no test ran"), outcome::toString);
        assertTrue(outcome.exit() != 0, outcome::toString);
        assertTrue(outcome.words().contains("relrep: " + sentence), outcome::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"build --help", "test -h", "clean --help"})
    void helpIsGivenAndNothingIsDone(String words) throws Exception {
        Outcome outcome = relrep(words.split(" "));
        assertTrue(outcome.words().startsWith("Usage: relrep build|test "), outcome::toString);
        assertEquals(0, outcome.exit());
    }

    @Test
    void withoutANameTheCacheIsBelowTheHomeOfTheEnvironment(@TempDir Path home) throws Exception {
        environment.put("HOME", home.toString());
        environment.put("RELREP_CACHE", "");
        Outcome outcome = relrep("cache", "list", "--json");
        String cache = home.resolve(".cache/relrep").toString();
        assertTrue(outcome.words().contains("\"folder\": \"" + cache + "\""), outcome::toString);
    }

    @ParameterizedTest
    @CsvSource({"RELREP_PLATFORM,solaris-sparc", "RELREP_NATIVES,avx1024"})
    void unknownNativesGetTheChoice(String name, String value) throws Exception {
        environment.put(name, value);
        assertLacks(relrep("build"), "'%s' is none; there are ".formatted(value));
    }

    @Test
    void aThreadCountIsANumber() throws Exception {
        environment.put("RELREP_THREADS", "many");
        Outcome outcome = relrep("--version");
        assertEquals(2, outcome.exit());
        assertEquals(
                "relrep: RELREP_THREADS must be a whole number of at least 1, not 'many'\n",
                outcome.words());
    }

    @Test
    void aMissingJdkIsNamed() throws Exception {
        environment.put("JAVA_HOME", folder.toString());
        assertLacks(relrep("build"), "'" + folder + "' has no bin/java");
    }

    @Test
    void aRuntimeWithoutACompilerIsNamed() throws Exception {
        executable("bin/java", "echo 17");
        environment.put("JAVA_HOME", folder.toString());
        assertLacks(relrep("build"), "without a compiler (bin/javac)");
    }

    @Test
    void aFileWhereTheCacheShouldBeIsNamedWithoutAClass() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        environment.put("RELREP_CACHE", file.toString());
        environment.put("TMPDIR", file.toString());
        assertLacks(relrep("list"), "neither '" + file + "' nor '" + file + "/relrep-");
    }

    @Test
    void anOldJavaIsNamed() throws Exception {
        executable("bin/java", "echo 'openjdk version \"11.0.2\"'");
        executable("bin/javac", "echo javac 11.0.2");
        environment.put("JAVA_HOME", folder.toString());
        assertLacks(relrep("build"), "Java must be version 17 or later, and ");
        assertLacks(relrep("list"), "Java must be version 17 or later, and ");
    }

    @Test
    void aDownloadThatFailsSaysThatItGoesOn() throws Exception {
        executable("bin/mvn", "echo '[ERROR] Unknown host'; exit 1");
        environment.put("RELREP_M2", folder.resolve("empty").toString());
        environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        Outcome outcome = relrep("build");
        assertLacks(outcome, "so the same command goes on from here; its words: Unknown host");
        assertTrue(outcome.words().contains("fetching "), outcome::toString);
    }

    @Test
    void aBrokenBndIsNotRun() throws Exception {
        Path m2 = folder.resolve("m2");
        breakEveryFile(m2);
        environment.put("RELREP_M2", m2.toString());
        assertLacks(relrep("build"), "must have the SHA-256 ");
    }

    /** A cache that is copied from another clone is newer than all sources, and not of them. */
    @Test
    void theBuildIsCompiledAgainWhenItsSourcesAreOthersHoweverOld() throws Exception {
        Path source = folder.resolve("cnf/driver/src/Main.java");
        Files.createDirectories(source.getParent());
        Files.createDirectories(folder.resolve("cnf/ext"));
        Files.writeString(folder.resolve("cnf/ext/central.mvn"), "a:b:1");
        Path made = folder.resolve("cnf/cache/driver");
        Files.writeString(source, "class Main {}");
        compileTheBuild();
        assertTrue(Files.exists(made.resolve("Main.class")));
        Files.delete(made.resolve("Main.class"));
        compileTheBuild();
        assertFalse(Files.exists(made.resolve("Main.class")), "compiled without a need");
        Files.writeString(source, "class Moin {}");
        Files.setLastModifiedTime(source, FileTime.fromMillis(0));
        compileTheBuild();
        assertTrue(Files.exists(made.resolve("Moin.class")));
    }

    /** As {@code ./relrep} does, with the start's own sources, for the clone in the folder. */
    private void compileTheBuild() throws Exception {
        Path start = Files.createDirectories(folder.resolve("start"));
        List<String> words = new ArrayList<>(List.of("-d", start.toString()));
        try (Stream<Path> sources = Files.walk(TOP.resolve("cnf/driver/start"))) {
            sources.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(words::add);
        }
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        assertEquals(0, javac.run(null, null, null, words.toArray(String[]::new)));
        Path bnd = Path.of(System.getProperty("relrep.tool.bnd"));
        try (URLClassLoader loader = new URLClassLoader(new URL[] {start.toUri().toURL()})) {
            Class<?> type = loader.loadClass("relrep.start.Driver");
            Constructor<?> maker = type.getDeclaredConstructor(Path.class, Path.class);
            Method compile = type.getDeclaredMethod("compile");
            maker.setAccessible(true);
            compile.setAccessible(true);
            compile.invoke(maker.newInstance(folder, bnd));
        }
    }

    @Test
    void everySourceIsLaidOutByTheFormatter() throws Exception {
        Outcome outcome = relrep("format", "--check");
        assertEquals(0, outcome.exit(), outcome::toString);
    }

    /**
     * Whether the rooms have findings is what {@code ./relrep test} tells; this is that it would.
     */
    @Test
    void theAnalysisFindsAMistakeAndLeavesWhatIsExcused() throws Exception {
        String mistake = "static boolean same(String a) { return a == new String(\"a\"); }";
        String excuse = "@SuppressWarnings(\"ReferenceEquality\") ";
        Path source = Files.createDirectories(folder.resolve("a")).resolve("Case.java");
        Files.writeString(source, "package a;\n\nclass Case {\n    " + mistake + "\n}\n");
        List<?> findings = findings(source);
        assertEquals(1, findings.size(), findings::toString);
        String finding = findings.get(0).toString();
        assertTrue(finding.startsWith(source + ":4: "), finding);
        assertTrue(finding.contains("[ReferenceEquality]"), finding);
        Files.writeString(source, "package a;\n\nclass Case {\n    " + excuse + mistake + "\n}\n");
        assertEquals(List.of(), findings(source));
    }

    /** As {@code ./relrep analyse} does, with the build that it has compiled. */
    private List<?> findings(Path source) throws Exception {
        URL driver = TOP.resolve("cnf/cache/driver").toUri().toURL();
        URL bnd = Path.of(System.getProperty("relrep.tool.bnd")).toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {driver, bnd})) {
            Class<?> type = loader.loadClass("relrep.build.Analyser");
            Method start =
                    type.getDeclaredMethod(
                            "start", Path.class, Collection.class, Collection.class, Set.class);
            Method findings = type.getDeclaredMethod("findings");
            start.setAccessible(true);
            findings.setAccessible(true);
            Object analyser =
                    start.invoke(
                            null,
                            folder.resolve("analysis"),
                            List.of(source),
                            List.of(folder),
                            Set.of());
            return (List<?>) findings.invoke(analyser);
        }
    }

    @Test
    void theJavadocOfTheApiHasNoErrors() throws Exception {
        Outcome outcome = relrep("javadoc", "relrep.api");
        assertEquals(0, outcome.exit(), outcome::toString);
    }

    private static void assertLacks(Outcome outcome, String sentence) {
        assertTrue(outcome.words().contains(sentence), outcome::toString);
        assertEquals(4, outcome.exit(), outcome::toString);
    }

    /** A local repository with every file of the list, each of them broken. */
    private static void breakEveryFile(Path m2) throws IOException {
        List<String> coordinates;
        try (Stream<String> lines = Files.lines(TOP.resolve("cnf/ext/central.mvn"))) {
            coordinates =
                    lines.map(line -> line.replaceAll("^#tool \\S+ (\\S+).*", "$1"))
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(BuildTest::fillIn)
                            .toList();
        }
        for (String coordinate : coordinates) {
            String[] parts = coordinate.split(":", -1);
            String version = parts[parts.length - 1];
            String type = parts.length > 3 ? parts[2] : "jar";
            String tail = parts.length > 4 ? "-" + parts[3] : "";
            Path file =
                    m2.resolve(parts[0].replace('.', '/'))
                            .resolve(parts[1])
                            .resolve(version)
                            .resolve(parts[1] + "-" + version + tail + "." + type);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "broken");
        }
    }

    private static String fillIn(String coordinate) {
        String natives = System.getProperty("relrep.natives");
        String[] parts = natives.split("-", -1);
        return coordinate
                .replace("${nd4j.natives}", natives)
                .replace("${nd4j.platform}", parts[0] + "-" + parts[1]);
    }

    private void executable(String name, String line) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private record Outcome(int exit, String words) {}

    private Outcome relrep(String... words) throws Exception {
        String[] command =
                Stream.concat(Stream.of("./relrep"), Arrays.stream(words)).toArray(String[]::new);
        ProcessBuilder builder = new ProcessBuilder(command).directory(TOP.toFile());
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), said);
    }
}
