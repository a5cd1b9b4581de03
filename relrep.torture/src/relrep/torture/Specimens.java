package relrep.torture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Makes one file of every format that relrep reads, each with a strict reader. */
final class Specimens {
    private static final int ROWS = 40;
    private static final int WIDTH = 5;

    private final NpyArray numbers =
            NpyArray.normal(Attempt.random(7, "specimens", 0), ROWS, WIDTH);
    private final Path anchors;

    /**
     * Makes it.
     *
     * @param identity a file with the identity of 5 × 5: inner products with its rows are the
     *     coordinates themselves
     */
    Specimens(Path identity) {
        anchors = identity;
    }

    static int width() {
        return WIDTH;
    }

    List<Specimen> all() {
        return List.of(
                vectors("npy", "x.npy", numbers.bytes(), NpyArray::of),
                vectors("npz", "x.npz", zipped(numbers.bytes()), Specimens::unzipped),
                vectors("csv", "x.csv", table(","), bytes -> LetterReader.table(bytes, ",")),
                vectors("tsv", "x.tsv", table("\t"), bytes -> LetterReader.table(bytes, "\t")),
                vectors("csv-gz", "x.csv.gz", packed(table(",")), Specimens::unpackedTable),
                vectors("glove", "x.txt", words(false), LetterReader::words),
                vectors("word2vec-text", "x.vec", words(true), LetterReader::countedWords),
                vectors("word2vec-binary", "x.bin", binary(), LetterReader::binaryWords),
                new MapSpecimen(anchors),
                new ExperimentSpecimen());
    }

    private Specimen vectors(
            String format, String file, byte[] sound, Function<byte[], Optional<NpyArray>> letter) {
        return new VectorSpecimen(format, file, sound, letter, anchors, numbers);
    }

    private byte[] table(String separator) {
        return lines(separator, "").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] words(boolean counted) {
        String head = counted ? ROWS + " " + WIDTH + "\n" : "";
        return (head + lines(" ", "word")).getBytes(StandardCharsets.UTF_8);
    }

    private String lines(String separator, String word) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            text.append(word.isEmpty() ? "" : word + (char) ('a' + i % 26) + (char) ('a' + i / 26))
                    .append(word.isEmpty() ? "" : separator);
            for (int j = 0; j < WIDTH; j++) {
                text.append(j == 0 ? "" : separator).append(numbers.values()[i * WIDTH + j]);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private byte[] binary() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((ROWS + " " + WIDTH + "\n").getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < ROWS; i++) {
            out.writeBytes("w%02d ".formatted(i).getBytes(StandardCharsets.US_ASCII));
            for (int j = 0; j < WIDTH; j++) {
                int bits = Float.floatToIntBits(numbers.values()[i * WIDTH + j]);
                for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                    out.write(bits >> shift);
                }
            }
            out.write('\n');
        }
        return out.toByteArray();
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Optional<NpyArray> unpackedTable(byte[] bytes) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return LetterReader.table(in.readAllBytes(), ",");
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("arr_0.npy"));
            zip.write(bytes);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Optional<NpyArray> unzipped(byte[] bytes) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            ZipEntry entry = zip.getNextEntry();
            boolean array =
                    entry != null && entry.getName().toLowerCase(Locale.ROOT).endsWith("npy");
            return array ? NpyArray.of(zip.readAllBytes()) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
