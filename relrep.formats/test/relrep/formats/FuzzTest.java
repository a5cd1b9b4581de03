package relrep.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.data.Matrix;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.file.VectorTarget;
import relrep.api.file.VectorWriter;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Tests broken, truncated and malicious files in every format. Each is read, or refused in one
 * sentence that begins with its name and a place in it, without using much memory.
 */
@Tag("slow")
class FuzzTest {
    private static final long SEED = 20260;
    private static final int CHANGES = 250;

    /** What an offset, a line or a row looks like in a sentence; zips have none. */
    private static final String PLACE = ".*(offset \\d|line \\d|CRC-32|bytes|array|keys|hold).*";

    @TempDir static Path folder;

    private static byte[] written(VectorFormat format, String name, boolean keyed)
            throws IOException {
        Path file = folder.resolve(name);
        SplittableRandom random = new SplittableRandom(SEED);
        float[] values = new float[12];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-2, 2);
        }
        List<String> keys = keyed ? List.of("one", "zwölf", "three", "four") : List.of();
        try (VectorWriter writer = format.create(new VectorTarget(file, 4, 3, keyed))) {
            writer.append(new VectorBlock(Matrix.of(4, 3, values), keys));
            writer.commit();
        }
        return Files.readAllBytes(file);
    }

    private static byte[] word2vec() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("3 2\n".getBytes(StandardCharsets.UTF_8));
        for (String word : List.of("one", "zwölf", "three")) {
            bytes.write((word + " ").getBytes(StandardCharsets.UTF_8));
            ByteBuffer vector = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            bytes.write(vector.putFloat(0.5f).putFloat(-3).array());
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    static Stream<Arguments> formats() throws IOException {
        byte[] npy = written(new Npy(), "w.npy", false);
        byte[] csv = written(new Csv(), "w.csv", true);
        byte[] vec = utf8("3 2\none 0.5 -1e-3\nzwölf 2 3\nthree 4 5\n");
        return Stream.of(
                Arguments.of(new Npy(), "x.npy", npy),
                Arguments.of(new Npy(), "x.npy.gz", gzip(npy)),
                Arguments.of(new Npz(), "x.npz", written(new Npz(), "w.npz", true)),
                Arguments.of(new Csv(), "x.csv", csv),
                Arguments.of(new Csv(), "x.csv.gz", gzip(csv)),
                Arguments.of(new Csv(), "x.tsv", utf8("a\t\"b\t\"\"c\"\n1\t2\n3\t4\n")),
                Arguments.of(new WordText(), "x.vec", vec),
                Arguments.of(new WordText(), "x.txt", utf8("one 0.5 1\nzwölf 2 3\n. . 4 5\n")),
                Arguments.of(new WordText(), "rows.txt", utf8("12\n-3\n4\n")),
                Arguments.of(new WordText(), "x.vec.gz", gzip(vec)),
                Arguments.of(new Word2vec(), "x.bin", word2vec()),
                Arguments.of(new Word2vec(), "x.bin.gz", gzip(word2vec())));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("formats")
    void readsOrRefusesAFileCutOffAtAnyByte(VectorFormat format, String name, byte[] whole)
            throws IOException {
        for (int length = 0; length <= whole.length; length++) {
            read(format, name, Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("formats")
    void readsOrRefusesBytesChangedAtRandom(VectorFormat format, String name, byte[] whole)
            throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < CHANGES; i++) {
            byte[] changed = whole.clone();
            for (int k = random.nextInt(1, 6); k > 0; k--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            read(format, name, changed);
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("formats")
    void readsOrRefusesPiecesPutTogetherAnew(VectorFormat format, String name, byte[] whole)
            throws IOException {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        for (int i = 0; i < CHANGES; i++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int k = random.nextInt(1, 5); k > 0; k--) {
                int from = random.nextInt(whole.length);
                bytes.write(whole, from, random.nextInt(whole.length - from + 1));
            }
            read(format, name, bytes.toByteArray());
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("formats")
    void readsOrRefusesNumbersMadeHuge(VectorFormat format, String name, byte[] whole)
            throws IOException {
        String[] huge = {"999999999999999999", "-1", "2147483648", "99999999", "1e999", "\0", "4"};
        for (int at = 0; at < whole.length; at++) {
            if (whole[at] >= '0' && whole[at] <= '9') {
                for (String number : huge) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    bytes.write(whole, 0, at);
                    bytes.write(utf8(number));
                    bytes.write(whole, at + 1, whole.length - at - 1);
                    read(format, name, bytes.toByteArray());
                }
            }
        }
    }

    /** 64 MiB of blanks, zeros, digits or empty lines in 64 KiB. */
    @Test
    void unpacksABombWithoutItsMemory() throws IOException {
        for (byte filling : new byte[] {' ', 0, '1', '\n'}) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] piece = new byte[1 << 20];
            Arrays.fill(piece, filling);
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                for (int i = 0; i < 64; i++) {
                    out.write(piece);
                }
            }
            for (VectorFormat format :
                    List.of(new Npy(), new WordText(), new Word2vec(), new Csv())) {
                read(format, "bomb.gz", packed.toByteArray());
            }
        }
    }

    private static void read(VectorFormat format, String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        try (VectorFile open = format.open(VectorSource.of(file), Run.quiet(Seed.of(1)))) {
            // Each value takes a byte at least, or a thousandth of one where it is packed.
            long most = bytes.length * (name.endsWith(".gz") || name.endsWith("z") ? 1100L : 2L);
            assertTrue(open.rows() * Math.max(1, open.width()) <= most, open.rows() + " rows");
            if (open.content() == VectorFile.Content.INTEGERS) {
                assertEquals(open.rows(), open.integers().length);
            } else {
                VectorBlock all = open.read(0, open.rows());
                assertEquals(open.rows(), all.vectors().rows());
                all.vectors().requireFinite(name);
            }
        } catch (InvalidInputException refused) {
            String sentence = refused.getMessage();
            assertTrue(sentence.contains(file.toString()), sentence);
            assertEquals(1, sentence.lines().count(), sentence);
            assertTrue(sentence.matches(PLACE), sentence);
        }
    }
}
