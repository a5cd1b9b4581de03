package relrep.itest.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Tests the example of plain Java: the jars on a class path, without a framework. */
class PlainJavaTest {
    private static final Path TOP = Path.of(System.getProperty("relrep.top"));
    private static final int ROWS = 12;

    private final float[] points = new float[2 * ROWS];
    private final float[] turned = new float[points.length];

    @TempDir Path folder;

    @BeforeEach
    void writePoints() throws IOException {
        for (int i = 0; i < ROWS; i++) {
            points[2 * i] = i * 7 % 5;
            points[2 * i + 1] = i * i % 11;
            turned[2 * i] = 1 - points[2 * i + 1];
            turned[2 * i + 1] = points[2 * i] + 3;
        }
        write("x.npy", points);
        write("y.npy", turned);
    }

    @Test
    void fitsAnAlignerAndAppliesIt() throws Exception {
        String said = run("plain-java/Translate.java", "x.npy", "y.npy", "x.npy", "w.npy");
        assertEquals(0, Double.parseDouble(said.strip().replace("residual ", "")), 1e-5);
        assertImages("w.npy", 1e-4);
    }

    @Test
    void doesOnFilesWhatTheCommandsDo() throws Exception {
        List<String> said = run("plain-java/AlignFiles.java", "x.npy", "y.npy").lines().toList();
        assertEquals("image 12 x 2", said.get(0));
        assertEquals("first 2 coordinates", said.get(1));
        assertTrue(said.get(2).contains("rigid"), said::toString);
        assertImages("mapped.npy", 0.1);
        assertEquals(128 + ROWS * 3 * 4, Files.size(folder.resolve("relative.npy")));
        assertTrue(Files.exists(folder.resolve("map.safetensors")));
    }

    /** What the framework has is there without it, and can be made. */
    @Test
    void findsThePluginsThatTheFrameworkHas() throws Exception {
        Path program = folder.resolve("Listing.java");
        Files.writeString(
                program,
                """
                import relrep.workbench.classpath.ClassPathPlugins;
                import relrep.workbench.plugins.InstalledPlugin.State;
                import relrep.workbench.plugins.Kind;

                public class Listing {
                    public static void main(String[] words) {
                        ClassPathPlugins plugins = ClassPathPlugins.load();
                        plugins.troubles().forEach(System.out::println);
                        plugins.installed().stream()
                                .filter(one -> one.kind() != Kind.EXPERIMENT)
                                .map(
                                        one ->
                                                one.state() == State.READY
                                                        ? plugins.use(
                                                                one.kind(),
                                                                one.name(),
                                                                made -> one.kind() + " " + one.name())
                                                        : one.toString())
                                .forEach(System.out::println);
                    }
                }
                """);
        Set<String> plain = new TreeSet<>(run(program.toString()).lines().toList());
        Relrep.Result listed = new Relrep(folder).run("list", "--json");
        assertEquals(0, listed.exit(), listed.err());
        Set<String> framework = new TreeSet<>();
        for (JsonElement each :
                JsonParser.parseString(listed.out()).getAsJsonObject().getAsJsonArray("plugins")) {
            JsonObject plugin = each.getAsJsonObject();
            String kind = plugin.get("kind").getAsString();
            if (!kind.equals("experiment")) {
                framework.add(
                        kind.replace('-', '_').toUpperCase(Locale.ROOT)
                                + " "
                                + plugin.get("name").getAsString());
            }
        }
        assertTrue(framework.contains("ALIGNER ridge"), framework::toString);
        assertEquals(framework, plain);
    }

    @Test
    void theExamplesUseNothingInternal() throws IOException {
        try (Stream<Path> files = Files.list(TOP.resolve("examples/plain-java"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                assertFalse(Files.readString(file).contains(".internal."), file.toString());
            }
        }
    }

    private String run(String program, String... words) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("natives"),
                                "-cp",
                                TOP.resolve("dist/bundles") + "/*",
                                TOP.resolve("examples").resolve(program).toString()));
        command.addAll(List.of(words));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(1, TimeUnit.MINUTES);
        assertEquals(0, process.exitValue(), said);
        return said;
    }

    private void assertImages(String name, double tolerance) throws IOException {
        byte[] file = Files.readAllBytes(folder.resolve(name));
        ByteBuffer images = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(128);
        for (float expected : turned) {
            assertEquals(expected, images.getFloat(), tolerance);
        }
    }

    /** As NumPy writes it. */
    private void write(String name, float[] values) throws IOException {
        String header =
                "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, 2), }".formatted(ROWS);
        ByteBuffer bytes =
                ByteBuffer.allocate(128 + values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) 118);
        bytes.put(
                (header + " ".repeat(117 - header.length()) + "\n")
                        .getBytes(StandardCharsets.US_ASCII));
        for (float value : values) {
            bytes.putFloat(value);
        }
        Files.write(folder.resolve(name), bytes.array());
    }
}
