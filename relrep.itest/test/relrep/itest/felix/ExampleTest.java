package relrep.itest.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.bundle.Jars;
import relrep.itest.launch.Relrep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tests the example projects: built outside the workspace with plain Maven, then used. */
class ExampleTest {
    private static final Path TOP = Path.of(System.getProperty("relrep.top"));
    private static final String NAME = "manhattan-similarity";

    @TempDir Path folder;

    @Test
    void isBuiltWithMavenAndComesChangesAndGoesInTheShell() throws Exception {
        for (String example : List.of(NAME, "gaussian-similarity")) {
            assumeTrue(
                    Files.exists(TOP.resolve("cnf/cache/examples/" + example + ".ready")),
                    "Maven could not fetch what the examples are built with");
        }
        Path first = built("first", "1.0.0", "return sum;");
        Path second = built("second", "1.1.0", "return sum / point.length;");
        Files.writeString(
                folder.resolve("waits.yaml"),
                """
                name: waits
                kind: compare
                data: digits(train=300, test=60)
                networks: {a: pca}
                width: 4
                seeds: [1, 2]
                anchors: random(count=10)
                similarity: manhattan
                bridges: [relative]
                metrics: [cosine-index]
                """);
        try (Shell shell = new Shell(new Relrep(folder))) {
            shell.say("run waits.yaml --out found");
            Jars.drop(first, "manhattan.jar", shell.plugins());
            List<String> ended = shell.ask("jobs", line -> line.startsWith("waits-1: ended"));
            String results = Files.readString(folder.resolve("found/results.csv"));
            Path failures = folder.resolve("found/failures.csv");
            String failed = Files.exists(failures) ? Files.readString(failures) : "";
            assertTrue(results.contains(",manhattan,"), () -> ended + "\n" + results + failed);
            assertEquals(List.of("7.0"), shell.say("probe:value manhattan"));
            String checked = String.join("\n", shell.say("check manhattan"));
            assertTrue(checked.contains(" 0 broken"), checked);

            Jars.drop(second, "manhattan.jar", shell.plugins());
            assertEquals(List.of("there"), shell.say("probe:await manhattan 1.1.0"));
            assertEquals(List.of("3.5"), shell.say("probe:value manhattan"));

            Files.delete(shell.plugins().resolve("manhattan.jar"));
            assertEquals(List.of("gone"), shell.say("probe:gone manhattan"));
            assertEquals(
                    List.of(),
                    shell.say("list").stream().filter(line -> line.contains("manhattan")).toList());

            checkGaussian(shell);
        }
    }

    /** Uses the similarity in ND4J, which the build has made with Maven. */
    private static void checkGaussian(Shell shell) throws Exception {
        Path jar =
                TOP.resolve("cnf/cache/examples/gaussian-similarity/target")
                        .resolve("gaussian-similarity-1.0.0.jar");
        Jars.drop(jar, "gaussian.jar", shell.plugins());
        assertEquals(List.of("there"), shell.say("probe:await gaussian 1.0.0"));
        String checked = String.join("\n", shell.say("check gaussian"));
        assertTrue(checked.contains(" 0 broken, 0 skipped"), checked);
    }

    /** Builds a copy of the example, as this version and with this last line of its method. */
    private Path built(String copy, String version, String result) throws Exception {
        Path project = folder.resolve(copy);
        Path example = TOP.resolve("examples").resolve(NAME);
        try (Stream<Path> files = Files.walk(example)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!example.relativize(file).startsWith("target")) {
                    Path to = project.resolve(example.relativize(file));
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            }
        }
        replace(
                project.resolve("pom.xml"),
                "<artifactId>" + NAME + "</artifactId>\n    <version>1.0.0<",
                "<artifactId>" + NAME + "</artifactId>\n    <version>" + version + "<");
        replace(
                project.resolve("src/main/java/org/example/manhattan/Manhattan.java"),
                "return sum;",
                result);
        maven(project);
        return project.resolve("target").resolve(NAME + "-" + version + ".jar");
    }

    private static void replace(Path file, String old, String text) throws IOException {
        String before = Files.readString(file);
        assertTrue(before.contains(old), file + " has no " + old);
        Files.writeString(file, before.replace(old, text));
    }

    private static void maven(Path project) throws Exception {
        Process maven =
                new ProcessBuilder(
                                "mvn",
                                "-o",
                                "-B",
                                "-q",
                                "-Dmaven.repo.local=" + System.getenv("RELREP_M2"),
                                "package")
                        .directory(project.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, maven.waitFor(), said);
    }
}
