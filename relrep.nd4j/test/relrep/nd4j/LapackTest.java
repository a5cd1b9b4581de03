package relrep.nd4j;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Checks that LAPACK in double is correct with each of OpenBLAS's kernels. The kernel is chosen
 * when the library is loaded, so each is tested in a process of its own.
 */
@Tag("slow")
final class LapackTest {
    /** A backward stable routine errs by some n·2⁻⁵³ on these problems: 1e-13 at n = 1024. */
    private static final double TOLERANCE = 1e-11;

    private static final int PROBLEMS = 30;

    /** What a core's kernels ask of the processor. */
    private static final Map<String, String> NEEDS =
            Map.of("", "", "Haswell", " avx2 ", "SkylakeX", " avx512f ");

    static Stream<String> cores() {
        return NEEDS.keySet().stream().sorted();
    }

    @ParameterizedTest(name = "OPENBLAS_CORETYPE={0}")
    @MethodSource("cores")
    void solvesAndFactors(String core, @TempDir Path folder) throws Exception {
        assumeTrue(has(NEEDS.get(core)), "this processor has no" + NEEDS.get(core));
        Path words = folder.resolve("stderr");
        List<String> lines = run(core, words);
        assertEquals(PROBLEMS, lines.size(), () -> "the process ended early: " + read(words));
        assertTrue(read(words).contains("Core: " + core), () -> "not that core: " + read(words));
        assertAll(lines.stream().map(line -> () -> assertRight(line)));
    }

    private static void assertRight(String line) {
        double error = Double.parseDouble(line.substring(line.lastIndexOf(' ')));
        assertTrue(error < TOLERANCE, line);
    }

    @Test
    void oneWrongEntryOfAFactorIsNoticed() {
        Random random = new Random(1);
        PlainMatrix l = PlainMatrix.positive(64, random).lower();
        PlainMatrix wrong = l.copy();
        wrong.set(40, 7, l.get(40, 7) + 1e-6);
        double error =
                Lapack.differ(
                        64,
                        random,
                        x -> l.times(l.transposedTimes(x)),
                        x -> wrong.times(wrong.transposedTimes(x)));
        assertTrue(error > TOLERANCE, () -> "a wrong entry went unnoticed: " + error);
    }

    @Test
    void aFailedSolutionIsInfinitelyFar() {
        assertEquals(
                Double.POSITIVE_INFINITY,
                Lapack.distance(new double[] {Double.NaN, 1}, new double[] {1, 1}));
    }

    private static List<String> run(String core, Path words) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.bytedeco.javacpp.cachedir="
                                + System.getProperty("org.bytedeco.javacpp.cachedir"),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LapackProbe.class.getName());
        Map<String, String> environment = builder.environment();
        environment.remove("OPENBLAS_CORETYPE");
        if (!core.isEmpty()) {
            environment.put("OPENBLAS_CORETYPE", core);
        }
        environment.put("OPENBLAS_VERBOSE", "2");
        File out = new File(words + ".out");
        builder.redirectError(words.toFile()).redirectOutput(out).start().waitFor();
        return Files.readAllLines(out.toPath());
    }

    private static boolean has(String flag) throws IOException {
        Path cpu = Path.of("/proc/cpuinfo");
        return flag.isEmpty() || (Files.exists(cpu) && Files.readString(cpu).contains(flag));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
