package relrep.api.tck.golden;

import org.junit.jupiter.api.Assumptions;

import relrep.api.data.Matrix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A generated input: a little-endian {@code .npy} file of float32 or int32, rows first.
 *
 * @param rows <i>n</i>
 * @param cols <i>d</i>, 1 for a list
 * @param values {@code n·d} values of four bytes
 */
public record GoldenInput(int rows, int cols, ByteBuffer values) {
    private static final Pattern SHAPE = Pattern.compile("\\((\\d+),\\s*(\\d*)\\)");
    private static final int PREFIX = 10;
    private static final int HEADER_LENGTH = 8;
    private static final int DIGESTED = 1 << 20;
    private static final int DIGEST_LENGTH = 8;

    /**
     * Reads an input; the test is skipped when PERF_INPUTS names no folder.
     *
     * @param name without {@code .npy}
     */
    public static GoldenInput of(String name) throws IOException {
        Path path = Folder.file("PERF_INPUTS", name + ".npy");
        byte[] file = Files.readAllBytes(path);
        int header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getShort(HEADER_LENGTH);
        String text = new String(file, PREFIX, header, StandardCharsets.ISO_8859_1);
        Matcher shape = SHAPE.matcher(text);
        if (!shape.find()) {
            throw new IOException("%s must have a shape, not %s".formatted(path, text));
        }
        int cols = shape.group(2).isEmpty() ? 1 : Integer.parseInt(shape.group(2));
        int from = PREFIX + header;
        ByteBuffer values =
                ByteBuffer.allocateDirect(file.length - from).order(ByteOrder.LITTLE_ENDIAN);
        values.put(file, from, values.capacity()).flip();
        return new GoldenInput(Integer.parseInt(shape.group(1)), cols, values);
    }

    /** Returns the first rows of an input of float32. */
    public static Matrix floats(String name, int rows) throws IOException {
        GoldenInput input = of(name);
        return Matrix.wrap(input.rows, input.cols, input.values.asFloatBuffer()).rows(0, rows);
    }

    /**
     * Skips the test when an input is not the very one that the goldens were computed from, which
     * {@code MANIFEST.txt} beside them knows by the SHA-256 of its first MiB. For inputs that are
     * drawn alone: what went through a product differs in its last bits between machines.
     */
    public static void assumeSame(String name) throws IOException {
        Path path = Folder.file("PERF_INPUTS", name + ".npy");
        String manifest = Files.readString(Folder.file("RELREP_BENCH", "MANIFEST.txt"));
        String digest;
        try (InputStream in = Files.newInputStream(path)) {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(in.readNBytes(DIGESTED));
            digest = HexFormat.of().formatHex(sum, 0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        Assumptions.assumeTrue(
                manifest.lines()
                        .anyMatch(
                                line ->
                                        line.startsWith(name + ".npy ")
                                                && line.endsWith("=" + digest)),
                "%s must be the one in the manifest of the goldens, not one of sha256 %s: gen_inputs.py writes it where it is not asked for small ones"
                        .formatted(path, digest));
    }

    /** Returns an input of int32. */
    public static int[] ints(String name) throws IOException {
        GoldenInput input = of(name);
        int[] ints = new int[input.rows * input.cols];
        input.values.asIntBuffer().get(ints);
        return ints;
    }
}
