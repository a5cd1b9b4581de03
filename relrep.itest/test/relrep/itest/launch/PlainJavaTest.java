package relrep.itest.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The example of plain Java: six jars on a class path, and no framework. */
class PlainJavaTest {
    private static final Path TOP = Path.of(System.getProperty("relrep.top"));
    private static final int ROWS = 12;

    @TempDir Path folder;

    @Test
    void fitsAnAlignerAndAppliesIt() throws Exception {
        float[] points = new float[2 * ROWS];
        float[] turned = new float[points.length];
        for (int i = 0; i < ROWS; i++) {
            points[2 * i] = i * 7 % 5;
            points[2 * i + 1] = i * i % 11;
            turned[2 * i] = 1 - points[2 * i + 1];
            turned[2 * i + 1] = points[2 * i] + 3;
        }
        write("x.npy", points);
        write("y.npy", turned);
        String classes =
                Stream.of("api", "alignment", "kernels", "files", "nd4j", "nd4j.native")
                        .map(name -> TOP.resolve("dist/bundles/relrep." + name + ".jar").toString())
                        .collect(Collectors.joining(":"));
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("natives"),
                                "-cp",
                                classes,
                                TOP.resolve("examples/plain-java/Translate.java").toString(),
                                "x.npy",
                                "y.npy",
                                "x.npy",
                                "w.npy")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(1, TimeUnit.MINUTES);
        assertEquals(0, process.exitValue(), said);
        assertEquals(0, Double.parseDouble(said.strip().replace("residual ", "")), 1e-5);
        byte[] file = Files.readAllBytes(folder.resolve("w.npy"));
        ByteBuffer images = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(128);
        for (float expected : turned) {
            assertEquals(expected, images.getFloat(), 1e-4);
        }
    }

    /** As NumPy writes it. */
    private void write(String name, float[] values) throws IOException {
        String header =
                "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, 2), }".formatted(ROWS);
        ByteBuffer bytes =
                ByteBuffer.allocate(128 + values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) 118);
        bytes.put((header + " ".repeat(117 - header.length()) + "\n").getBytes("US-ASCII"));
        for (float value : values) {
            bytes.putFloat(value);
        }
        Files.write(folder.resolve(name), bytes.array());
    }
}
