package relrep.torture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Reads small files that demand a huge amount of memory or time; each must be refused in one
 * sentence.
 */
final class Bombs implements Trial {
    private static final long PATIENCE_SECONDS = 60;
    private static final int KINDS = 8;
    private static final int MEGABYTE = 1 << 20;

    @Override
    public String kind() {
        return "bomb";
    }

    static int different() {
        return KINDS;
    }

    @Override
    public void prepare() {
        // each attempt makes its own file
    }

    @Override
    public void attempt(Attempt attempt) throws Exception {
        Map<String, byte[]> files = files(attempt);
        Surroundings surroundings =
                new Surroundings(attempt.folder()).with("RELREP_JAVA_OPTIONS", "-Xmx512m");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(attempt.folder().resolve(file.getKey()), file.getValue());
            try (RelrepProcess process = surroundings.start(command(file.getKey()))) {
                process.end(PATIENCE_SECONDS).refuses(2, 4);
            } catch (Loss loss) {
                throw new Loss(file.getKey() + ": " + loss.getMessage());
            }
        }
    }

    private static String[] command(String file) {
        if (file.endsWith(".yaml")) {
            return new String[] {"run", file, "--dry-run"};
        }
        if (file.endsWith(".safetensors")) {
            return new String[] {"apply", "--map", file, "--points", file, "--out", "o.npy"};
        }
        return new String[] {
            "project", "--points", file, "--anchors", "random:count=3", "--out", "o.npy"
        };
    }

    private static Map<String, byte[]> files(Attempt attempt) throws IOException {
        SplittableRandom random = attempt.random();
        int megabytes = 500 + random.nextInt(500);
        Map<String, byte[]> files = new LinkedHashMap<>();
        switch (attempt.number() % KINDS) {
            case 0 -> files.put("bomb.csv.gz", gzip(new byte[0], megabytes, (byte) '1'));
            case 1 -> files.put("bomb.npy.gz", gzip(huge(random), megabytes, (byte) 0));
            case 2 -> files.put("bomb.npz", zip(huge(random), megabytes));
            case 3 -> files.put("bomb.npy", huge(random));
            case 4 -> files.put("bomb.yaml", aliases());
            case 5 ->
                    files.put(
                            "brackets.yaml",
                            ("name: " + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
            case 6 ->
                    files.put(
                            "bomb.vec",
                            "2147483647 2147483647\na 1 2\n".getBytes(StandardCharsets.UTF_8));
            default -> files.put("bomb.safetensors", hugeHeader(random));
        }
        return files;
    }

    private static byte[] gzip(byte[] head, int megabytes, byte filler) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(head);
            fill(gzip, megabytes, filler);
        }
        return out.toByteArray();
    }

    private static void fill(OutputStream out, int megabytes, byte filler) throws IOException {
        byte[] block = new byte[MEGABYTE];
        Arrays.fill(block, filler);
        for (int i = 0; i < megabytes; i++) {
            out.write(block);
        }
    }

    private static byte[] zip(byte[] head, int megabytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("arr_0.npy"));
            zip.write(head);
            fill(zip, megabytes, (byte) 0);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    /** Returns a header that announces far more numbers than can follow. */
    private static byte[] huge(SplittableRandom random) {
        return new NpyArray(2_000_000_000, 1 + random.nextInt(4000), new float[0]).bytes();
    }

    private static byte[] hugeHeader(SplittableRandom random) {
        return ByteBuffer.allocate(64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(Long.MAX_VALUE - random.nextInt(1000))
                .array();
    }

    /** Returns ten nested lists of ten aliases each: 10^10 elements. */
    private static byte[] aliases() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            text.append("a%1$d: &a%1$d [".formatted(i))
                    .append(String.join(", ", Collections.nCopies(10, "*a" + (i - 1))))
                    .append("]\n");
        }
        text.append("name: bomb\nkind: compare\nmetrics: *a9\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
