package relrep.datasets.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.DataPlaces;
import relrep.api.data.Shape;
import relrep.api.data.Split;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.run.UnavailableException;
import relrep.api.tck.mutant.Damage;
import relrep.files.Checksum;
import relrep.files.official.OfficialFile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Tests a set of pictures of 3 × 2 × 2, with seventy-five training and nine test samples. */
class CifarSetTest {
    private static final int PIXELS = 12;
    private static final byte[] FIRST = records(70, 0);
    private static final byte[] SECOND = records(5, 70);
    private static final byte[] TEST = records(9, 200);
    private static final byte[] ARCHIVE =
            IdxBytes.gzip(
                    join(
                            tar("set/", '5', new byte[0]),
                            tar("set/readme.html", '0', new byte[700]),
                            tar("set/first.bin", '0', FIRST),
                            tar("../../second.bin", '0', SECOND),
                            tar("set/test.bin", '0', TEST),
                            new byte[1024]));

    private static final ImageSet SET =
            new ImageSet(
                    "tiny",
                    new Shape(3, 2, 2),
                    255,
                    List.of(0.25, 0.5, 0.75),
                    List.of(0.5, 0.25, 0.125),
                    List.of("zero", "one", "two"));

    @TempDir Path folder;

    @Test
    void readsBatchesOneAfterAnother() throws IOException {
        write("first.bin", FIRST);
        write("second.bin.gz", IdxBytes.gzip(SECOND));
        write("test.bin", TEST);
        Split split = load(ImageOptions.ALL);
        assertEquals(75, split.train().size());
        assertEquals(9, split.test().size());
        assertEquals(71 % 3, split.train().requireLabels().get(71));
        assertEquals(pixel(71, 5) / 255f, split.train().inputs().get(71, 5));
        assertEquals(
                List.of("tiny/first.bin", "tiny/second.bin.gz", "tiny/test.bin"),
                List.copyOf(split.checksums().keySet()));
    }

    /** A record of CIFAR-100: a coarse label, which does not count, a fine one, the pixels. */
    @Test
    void takesTheLastOfSeveralLabels() throws IOException {
        byte[] two = new byte[2 * (PIXELS + 2)];
        for (int i = 0; i < 2; i++) {
            two[i * (PIXELS + 2)] = 99;
            two[i * (PIXELS + 2) + 1] = (byte) (2 - i);
            two[i * (PIXELS + 2) + 2 + 5] = (byte) (40 + i);
        }
        write("train.bin", two);
        write("test.bin", two);
        CifarSet files =
                new CifarSet(
                        SET,
                        List.of(URI.create("http://localhost/")),
                        OfficialFile.of("all.tar.gz", 1, "none"),
                        List.of(official("train.bin", two)),
                        official("test.bin", two),
                        2);
        Split split =
                files.load(
                        ImageOptions.ALL,
                        new DataPlaces(
                                List.of(folder.resolve("data")), folder.resolve("cache"), false),
                        Run.quiet(Seed.of(1)));
        assertArrayEquals(new int[] {2, 1}, split.train().requireLabels().toArray());
        assertEquals(41 / 255f, split.train().inputs().get(1, 5));
        assertEquals(0, split.train().inputs().get(1, 6));
    }

    @Test
    void saysWhatTheBiggerSetNeeds() {
        assertTrue(new Cifar100().needs().get(0).contains("train.bin, test.bin"));
        assertTrue(new Cifar100().needs().get(0).contains("train.first8000.bin.gz"));
    }

    @Test
    void scalesEachChannelByItsOwnConstants() throws IOException {
        writeAll();
        float[] row =
                load(new ImageOptions(1, 1, List.of(), Scale.STANDARD)).train().inputs().row(0);
        assertEquals((pixel(0, 3) / 255.0 - 0.25) / 0.5, row[3], 1e-6);
        assertEquals((pixel(0, 4) / 255.0 - 0.5) / 0.25, row[4], 1e-6);
        assertEquals((pixel(0, 11) / 255.0 - 0.75) / 0.125, row[11], 1e-6);
    }

    @Test
    void cutsAndChoosesAcrossBatches() throws IOException {
        writeAll();
        Split split = load(new ImageOptions(73, 0, List.of(1), Scale.UNIT));
        assertEquals(24, split.train().size(), "1, 4, … 70 of 0 … 72");
        assertEquals(pixel(70, 0) / 255f, split.train().inputs().get(23, 0));
    }

    @Test
    void takesTheLargestSliceThatAListingVouchesFor() throws IOException {
        byte[] slice = IdxBytes.gzip(records(40, 0));
        write("first.first30.bin.gz", IdxBytes.gzip(records(30, 0)));
        write("first.first41.bin.gz", slice);
        byte[] tested = records(3, 200);
        write("test.first3.bin", tested);
        Files.writeString(
                folder.resolve("data/SHA256SUMS"),
                "%s  tiny/first.first41.bin.gz%n%s  tiny/test.first3.bin%n"
                        .formatted(Checksum.of(slice), Checksum.of(tested)));
        Split split = load(ImageOptions.ALL);
        assertEquals(40, split.train().size());
        assertEquals(3, split.test().size());
    }

    @Test
    void refusesASliceThatNobodyVouchesFor() throws IOException {
        byte[] slice = records(40, 0);
        Path file = write("first.first40.bin", slice);
        write("test.bin", TEST);
        assertRefused(
                "%s must be listed in a SHA256SUMS beside it, with SHA-256 %s"
                        .formatted(file, Checksum.of(slice)));
        write(
                "SHA256SUMS",
                (Checksum.of(TEST) + "  first.first40.bin\n").getBytes(StandardCharsets.UTF_8));
        assertRefused(
                "%s must have SHA-256 %s, as its SHA256SUMS says, but has %s; get it anew"
                        .formatted(file, Checksum.of(TEST), Checksum.of(slice)));
    }

    @Test
    void refusesABatchOfAnotherChecksum() throws IOException {
        writeAll();
        byte[] other = FIRST.clone();
        other[7]++;
        Path file = write("first.bin", other);
        assertRefused(
                "%s must have the checksum of the official first.bin, SHA-256 %s, but has SHA-256 %s; get it anew, or list a file of your own in a SHA256SUMS beside it"
                        .formatted(file, Checksum.of(FIRST), Checksum.of(other)));
    }

    @Test
    void refusesARecordThatIsNotWhole() throws IOException {
        writeAll();
        Path file = write("first.bin", Arrays.copyOf(FIRST, 13 * 69 + 4));
        assertRefused(
                file
                        + ", offset 897: expected a record (13 bytes), found the end of the file"
                        + " after 4");
        write("first.bin", new byte[0]);
        assertRefused(file + ", offset 0: expected records of 13 bytes, found the end of the file");
    }

    @Test
    void refusesALabelWithoutAClass() throws IOException {
        writeAll();
        byte[] wrong = FIRST.clone();
        wrong[26] = 3;
        Path file = write("first.bin", wrong);
        assertRefused(file + ", offset 26: expected a label of 0 to 2, found 3");
    }

    @Test
    void unpacksTheArchiveThatLiesThere() throws IOException {
        Path archive = write("all.tar.gz", ARCHIVE);
        assertEquals(75, load(ImageOptions.ALL).train().size());
        assertTrue(Files.exists(archive), "what is the user's stays");
        assertArrayEquals(SECOND, Files.readAllBytes(folder.resolve("cache/tiny/second.bin")));
        try (var files = Files.list(folder.resolve("cache/tiny"))) {
            assertEquals(3, files.count(), "no readme, no part");
        }
    }

    @Test
    void downloadsTheArchiveAndKeepsTheBatches() throws IOException {
        try (OneContentServer server = new OneContentServer(ARCHIVE)) {
            assertEquals(75, load(server.address(), true).train().size());
            assertEquals(75, load(server.address(), true).train().size());
            assertEquals(1, server.requests());
            assertFalse(Files.exists(folder.resolve("cache/tiny/all.tar.gz")));
        }
    }

    @Test
    void saysHowToGetIt() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        UnavailableException missing =
                assertThrows(UnavailableException.class, () -> load(ImageOptions.ALL));
        assertTrue(
                missing.getMessage().startsWith("tiny needs tiny/all.tar.gz, which is not in "),
                missing.getMessage());
    }

    private static byte[] records(int count, int first) {
        byte[] bytes = new byte[count * (PIXELS + 1)];
        for (int i = 0; i < count; i++) {
            bytes[i * (PIXELS + 1)] = (byte) ((first + i) % 3);
            for (int j = 0; j < PIXELS; j++) {
                bytes[i * (PIXELS + 1) + 1 + j] = (byte) pixel(first + i, j);
            }
        }
        return bytes;
    }

    private static int pixel(int picture, int j) {
        return (picture * 31 + j * 7) % 256;
    }

    private static byte[] tar(String name, char type, byte[] content) {
        byte[] entry = new byte[512 + (content.length + 511) / 512 * 512];
        byte[] path = name.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(path, 0, entry, 0, path.length);
        byte[] size = "%011o".formatted(content.length).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(size, 0, entry, 124, size.length);
        entry[156] = (byte) type;
        System.arraycopy(content, 0, entry, 512, content.length);
        return entry;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static OfficialFile official(String name, byte[] content) {
        String checksum = Checksum.of(content);
        return OfficialFile.of(name, content.length, checksum, checksum);
    }

    private void writeAll() throws IOException {
        write("first.bin", FIRST);
        write("second.bin", SECOND);
        write("test.bin", TEST);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        Files.createDirectories(folder.resolve("data/tiny"));
        return Files.write(folder.resolve("data/tiny").resolve(name), bytes);
    }

    private Split load(ImageOptions options) {
        return load(URI.create("http://localhost/"), false, options);
    }

    private Split load(URI address, boolean download) {
        return load(address, download, ImageOptions.ALL);
    }

    private Split load(URI address, boolean download, ImageOptions options) {
        CifarSet files =
                new CifarSet(
                        SET,
                        List.of(address),
                        OfficialFile.of("all.tar.gz", ARCHIVE.length, Checksum.of(ARCHIVE)),
                        List.of(official("first.bin", FIRST), official("second.bin", SECOND)),
                        official("test.bin", TEST),
                        1);
        DataPlaces places =
                new DataPlaces(List.of(folder.resolve("data")), folder.resolve("cache"), download);
        return files.load(options, places, Run.quiet(Seed.of(1)));
    }

    private void assertRefused(String sentence) {
        assertEquals(
                sentence,
                assertThrows(InvalidInputException.class, () -> load(ImageOptions.ALL))
                        .getMessage());
    }

    @Test
    void readsOrRefusesDamagedFiles() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        write("second.bin", SECOND);
        write("test.bin", TEST);
        for (int i = 0; i < 400; i++) {
            write("first.bin", Damage.of(FIRST, random));
            try {
                Split split = load(ImageOptions.ALL);
                assertEquals(split.train().size(), split.train().requireLabels().size());
                assertEquals(9, split.test().size());
            } catch (InvalidInputException refused) {
                String told = refused.getMessage();
                assertTrue(told.contains(folder.toString()), told);
                assertEquals(1, told.lines().count(), told);
            }
        }
    }
}
