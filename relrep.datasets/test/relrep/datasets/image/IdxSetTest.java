package relrep.datasets.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
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

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Tests a set of seven pictures of 2 × 3, valid and broken in many ways. */
class IdxSetTest {
    private static final byte[] PICTURES = IdxBytes.pictures(4, 2, 3);
    private static final byte[] LABELS = IdxBytes.labels(2, 0, 1, 2);
    private static final byte[] TEST_PICTURES = IdxBytes.pictures(3, 2, 3);
    private static final byte[] TEST_LABELS = IdxBytes.labels(1, 2, 0);

    private static final ImageSet SET =
            ImageSet.grey("tiny", new Shape(1, 2, 3), 0.5, 0.25, "zero", "one", "two");
    private static final IdxSet FILES = files();

    @TempDir Path folder;

    private Path pictures;
    private Path labels;

    @BeforeEach
    void writeAll() throws IOException {
        Files.createDirectories(folder.resolve("data/tiny"));
        pictures = write("pictures.gz", IdxBytes.gzip(PICTURES));
        labels = write("labels.gz", IdxBytes.gzip(LABELS));
        write("t-pictures.gz", IdxBytes.gzip(TEST_PICTURES));
        write("t-labels.gz", IdxBytes.gzip(TEST_LABELS));
    }

    @Test
    void readsPicturesInTheirOrderFromZeroToOne() {
        Split split = load(ImageOptions.ALL);
        assertEquals(4, split.train().size());
        assertEquals(3, split.test().size());
        assertEquals(new Shape(1, 2, 3), split.train().shape());
        assertArrayEquals(
                new float[] {6 / 255f, 7 / 255f, 8 / 255f, 9 / 255f, 10 / 255f, 11 / 255f},
                split.train().inputs().row(1));
        assertArrayEquals(new int[] {2, 0, 1, 2}, split.train().requireLabels().toArray());
        assertEquals(List.of("zero", "one", "two"), split.test().requireLabels().classes());
    }

    @Test
    void tellsTheChecksumsOfTheFilesAsTheyLie() {
        assertEquals(
                Map.of(
                        "tiny/pictures.gz", Checksum.of(IdxBytes.gzip(PICTURES)),
                        "tiny/labels.gz", Checksum.of(IdxBytes.gzip(LABELS)),
                        "tiny/t-pictures.gz", Checksum.of(IdxBytes.gzip(TEST_PICTURES)),
                        "tiny/t-labels.gz", Checksum.of(IdxBytes.gzip(TEST_LABELS))),
                load(ImageOptions.ALL).checksums());
    }

    @Test
    void scalesAsAsked() {
        float[] standard = first(Scale.STANDARD);
        assertEquals((0 - 0.5) / 0.25, standard[0], 1e-7);
        assertEquals((5 / 255.0 - 0.5) / 0.25, standard[5], 1e-6);
        float[] signed = first(Scale.MINUS_ONE_ONE);
        assertEquals(-1, signed[0]);
        assertEquals(2 * 5 / 255.0 - 1, signed[5], 1e-7);
    }

    @Test
    void cutsFirstAndChoosesClassesThen() {
        Split split = load(new ImageOptions(3, 2, List.of(2, 1), Scale.UNIT));
        assertArrayEquals(
                new int[] {1, 0},
                split.train().requireLabels().toArray(),
                "of 2 0 1 stay 2 and 1, numbered 1 and 0");
        assertEquals(List.of("one", "two"), split.train().requireLabels().classes());
        assertEquals(12 / 255f, split.train().inputs().get(1, 0), "the third picture");
        assertArrayEquals(new int[] {0, 1}, split.test().requireLabels().toArray());
    }

    @Test
    void numbersTheSameClassesAlikeInBothPartsEvenWhereOneIsEmpty() {
        Split split = load(new ImageOptions(1, 0, List.of(1, 2), Scale.UNIT));
        assertArrayEquals(new int[] {1}, split.train().requireLabels().toArray());
        assertEquals(
                split.test().requireLabels().classes(), split.train().requireLabels().classes());
    }

    @Test
    void refusesMoreThanThereIs() {
        assertRefused(
                "test of 'tiny' must be at most the 3 samples that there are, not 4",
                new ImageOptions(0, 4, List.of(), Scale.UNIT));
    }

    @Test
    void refusesToLeaveNothing() {
        assertRefused(
                "labels must leave a sample, but none of the first 1 of train has class [0, 1]",
                new ImageOptions(1, 0, List.of(0, 1), Scale.UNIT));
    }

    @Test
    void readsFilesThatAreNotPacked() throws IOException {
        Files.delete(pictures);
        Path plain = write("pictures", PICTURES);
        Split split = load(ImageOptions.ALL);
        assertEquals(23 / 255f, split.train().inputs().get(3, 5));
        assertEquals(Checksum.of(PICTURES), split.checksums().get("tiny/" + plain.getFileName()));
    }

    @Test
    void readsFilesThatWerePackedAnew() throws IOException {
        byte[] packed = IdxBytes.gzip(PICTURES);
        packed[9] = 3; // the operating system in the header of gzip
        Files.write(pictures, packed);
        assertEquals(4, load(ImageOptions.ALL).train().size());
    }

    @Test
    void readsFilesOfOnesOwnThatAListingVouchesFor() throws IOException {
        byte[] own = IdxBytes.gzip(IdxBytes.pictures(2, 2, 3));
        Files.write(pictures, own);
        Files.write(labels, IdxBytes.labels(0, 1));
        write(
                "SHA256SUMS",
                "%s  pictures.gz%n%s *labels.gz%n"
                        .formatted(Checksum.of(own), Checksum.of(IdxBytes.labels(0, 1)))
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals(2, load(ImageOptions.ALL).train().size());
    }

    @Test
    void refusesAnotherChecksum() throws IOException {
        byte[] other = PICTURES.clone();
        other[20]++;
        Files.write(pictures, IdxBytes.gzip(other));
        assertRefused(
                "%s must have the checksum of the official pictures.gz, SHA-256 %s, but has SHA-256 %s; get it anew, or list a file of your own in a SHA256SUMS beside it"
                        .formatted(
                                pictures,
                                Checksum.of(IdxBytes.gzip(PICTURES)),
                                Checksum.of(IdxBytes.gzip(other))));
    }

    @Test
    void refusesAChecksumOtherThanTheListingSays() throws IOException {
        Files.write(labels, IdxBytes.labels(0, 0, 0, 0));
        write(
                "SHA256SUMS",
                (Checksum.of(LABELS) + "  labels.gz\n").getBytes(StandardCharsets.UTF_8));
        assertRefused(
                "%s must have SHA-256 %s, as its SHA256SUMS says, but has SHA-256 %s; get it anew, or list a file of your own in a SHA256SUMS beside it"
                        .formatted(
                                labels,
                                Checksum.of(LABELS),
                                Checksum.of(IdxBytes.labels(0, 0, 0, 0))));
    }

    @Test
    void takesAListingInTheFolderAboveToo() throws IOException {
        byte[] own = IdxBytes.labels(0, 0, 0, 0);
        Files.write(labels, own);
        Files.writeString(
                folder.resolve("data/SHA256SUMS"), Checksum.of(own) + "  tiny/labels.gz\n");
        assertArrayEquals(new int[4], load(ImageOptions.ALL).train().requireLabels().toArray());
    }

    @Test
    void readsAnUnpackedFileOfWhichNoChecksumIsKnownAndSaysSo() throws IOException {
        OfficialFile packedOnly =
                OfficialFile.of("labels.gz", 28, Checksum.of(IdxBytes.gzip(LABELS)));
        Path plain = write("labels", LABELS);
        List<String> notes = new ArrayList<>();
        assertEquals(Checksum.of(LABELS), packedOnly.verify(plain, Idx::labels, new Notes(notes)));
        assertEquals(
                List.of(
                        plain
                                + " is well formed, but only the packed labels.gz has a published"
                                + " checksum: it was not compared"),
                notes);
        byte[] packed = IdxBytes.gzip(IdxBytes.labels(0, 0, 0, 0));
        Files.write(labels, packed);
        assertThrows(
                InvalidInputException.class,
                () -> packedOnly.verify(labels, Idx::labels, new Notes(notes)));
    }

    @Test
    void refusesAFileThatIsNoIdx() throws IOException {
        Files.writeString(labels, "<html>404</html>");
        assertRefused(
                labels
                        + ", offset 0: expected the IDX magic number 0x00000801 of labels,"
                        + " found 0x3c68746d");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Files.write(labels, new byte[0]);
        assertRefused(
                labels
                        + ", offset 0: expected the IDX magic number 0x00000801 of labels"
                        + " (4 bytes), found the end of the file after 0");
    }

    @Test
    void refusesPicturesWhereLabelsShouldBe() throws IOException {
        Files.write(labels, PICTURES);
        assertRefused(
                labels
                        + ", offset 0: expected the IDX magic number 0x00000801 of labels,"
                        + " found 0x00000803");
    }

    @Test
    void refusesPicturesOfAnotherSize() throws IOException {
        Files.write(pictures, IdxBytes.with(PICTURES, 12, 28));
        assertRefused(pictures + ", offset 12: expected 3 columns a picture, found 28");
    }

    @Test
    void refusesAHeaderThatPromisesTooMuchWithoutBelievingIt() throws IOException {
        Files.write(pictures, IdxBytes.gzip(IdxBytes.with(PICTURES, 4, Integer.MAX_VALUE)));
        assertRefused(
                pictures
                        + ", offset 40 of the unpacked data: expected 2147483647 pictures of 2 × 3,"
                        + " 12884901882 bytes from offset 16, found the end of the file after 24");
    }

    @Test
    void refusesACountBelowZero() throws IOException {
        Files.write(pictures, IdxBytes.with(PICTURES, 4, -1));
        assertRefused(
                pictures
                        + ", offset 4: expected the number of pictures, 1 or more,"
                        + " found 4294967295");
    }

    @Test
    void refusesBytesAfterTheLastPicture() throws IOException {
        Files.write(pictures, Arrays.copyOf(PICTURES, PICTURES.length + 2));
        assertRefused(
                pictures
                        + ", offset 40: expected the end of the file after 4 pictures of 2 × 3,"
                        + " found 2 bytes more");
    }

    @Test
    void refusesAFileCutOffAtAnyByteWithItsName() throws IOException {
        byte[] packed = IdxBytes.gzip(PICTURES);
        for (byte[] whole : List.of(PICTURES, packed)) {
            for (int length = 0; length < whole.length; length++) {
                Files.write(pictures, Arrays.copyOf(whole, length));
                InvalidInputException refused =
                        assertThrows(InvalidInputException.class, () -> load(ImageOptions.ALL));
                assertTrue(
                        refused.getMessage()
                                .matches(
                                        "\\Q"
                                                + pictures
                                                + "\\E, offset \\d+.*: expected .*, found .*"),
                        refused.getMessage());
            }
        }
    }

    @Test
    void refusesDamageAtAnyByteOfAPackedFile() throws IOException {
        byte[] packed = IdxBytes.gzip(PICTURES);
        int refusals = 0;
        for (int at = 0; at < packed.length; at++) {
            byte[] damaged = packed.clone();
            damaged[at] ^= 0x55;
            Files.write(pictures, damaged);
            try {
                load(ImageOptions.ALL);
            } catch (InvalidInputException refused) {
                refusals++;
                assertTrue(refused.getMessage().startsWith(pictures.toString()));
            }
        }
        assertTrue(
                refusals >= packed.length - 7,
                "time stamp, system and the like of the header may differ, nothing else");
    }

    @Test
    void refusesALabelWithoutAClass() throws IOException {
        byte[] wrong = IdxBytes.labels(2, 0, 7, 2);
        Files.write(labels, wrong);
        write(
                "SHA256SUMS",
                (Checksum.of(wrong) + "  labels.gz\n").getBytes(StandardCharsets.UTF_8));
        assertRefused(labels + ", offset 10: expected a label of 0 to 2, found 7");
    }

    @Test
    void refusesFewerLabelsThanPictures() throws IOException {
        byte[] fewer = IdxBytes.labels(2, 0, 1);
        Files.write(labels, fewer);
        write(
                "SHA256SUMS",
                (Checksum.of(fewer) + "  labels.gz\n").getBytes(StandardCharsets.UTF_8));
        assertRefused(
                "pictures and labels must be as many, but %s has 4 and %s has 3"
                        .formatted(pictures, labels));
    }

    @Test
    void refusesAFolderWhereAFileShouldBe() throws IOException {
        Files.delete(pictures);
        Files.createDirectory(pictures);
        assertRefused(pictures + " must be a file, but is a folder");
    }

    @Test
    void looksInEveryFolderBeforeTheCache() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other/tiny"));
        Files.move(pictures, other.resolve("pictures.gz"));
        Files.createDirectories(folder.resolve("cache/tiny"));
        Files.move(labels, folder.resolve("cache/tiny/labels.gz"));
        DataPlaces places =
                new DataPlaces(
                        List.of(folder.resolve("data"), folder.resolve("other")),
                        folder.resolve("cache"),
                        false);
        assertEquals(4, FILES.load(ImageOptions.ALL, places, Run.quiet(Seed.of(1))).train().size());
    }

    @Test
    void downloadsOnlyWhatIsMissing() throws IOException {
        Files.delete(pictures);
        try (OneContentServer server = new OneContentServer(IdxBytes.gzip(PICTURES))) {
            IdxSet files = new IdxSet(SET, List.of(server.address()), FILES.train(), FILES.test());
            DataPlaces places =
                    new DataPlaces(List.of(folder.resolve("data")), folder.resolve("cache"), true);
            Run run = Run.quiet(Seed.of(1));
            assertEquals(4, files.load(ImageOptions.ALL, places, run).train().size());
            assertEquals(4, files.load(ImageOptions.ALL, places, run).train().size());
            assertEquals(1, server.requests(), "the second time it is in the cache");
        }
    }

    @Test
    void saysWhatIsMissingAndWhereItLooked() throws IOException {
        Files.delete(labels);
        UnavailableException missing =
                assertThrows(UnavailableException.class, () -> load(ImageOptions.ALL));
        assertEquals(
                "tiny needs tiny/labels.gz, which is not in %s, %s, and was not asked for on the network; a run downloads it from http://localhost/tiny/; put it there, or into DIR/tiny with data=DIR or RELREP_DATA=DIR"
                        .formatted(folder.resolve("data/tiny"), folder.resolve("cache/tiny")),
                missing.getMessage());
    }

    @Test
    void saysWhatItNeeds() {
        assertEquals(
                "tiny/pictures.gz (%d bytes, packed or not) from http://localhost/tiny/"
                        .formatted(IdxBytes.gzip(PICTURES).length),
                FILES.needs().get(0));
        assertEquals(4, FILES.needs().size());
    }

    private static IdxSet files() {
        return new IdxSet(
                SET,
                List.of(URI.create("http://localhost/tiny/")),
                new IdxSet.Part(official("pictures.gz", PICTURES), official("labels.gz", LABELS)),
                new IdxSet.Part(
                        official("t-pictures.gz", TEST_PICTURES),
                        official("t-labels.gz", TEST_LABELS)));
    }

    private static OfficialFile official(String name, byte[] content) {
        byte[] packed = IdxBytes.gzip(content);
        return OfficialFile.of(name, packed.length, Checksum.of(packed), Checksum.of(content));
    }

    private float[] first(Scale scale) {
        return load(new ImageOptions(1, 1, List.of(), scale)).train().inputs().row(0);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve("data/tiny").resolve(name), bytes);
    }

    private Split load(ImageOptions options) {
        return FILES.load(
                options,
                new DataPlaces(List.of(folder.resolve("data")), folder.resolve("cache"), false),
                Run.quiet(Seed.of(1)));
    }

    private void assertRefused(String sentence) {
        assertRefused(sentence, ImageOptions.ALL);
    }

    private void assertRefused(String sentence, ImageOptions options) {
        assertEquals(
                sentence,
                assertThrows(InvalidInputException.class, () -> load(options)).getMessage());
    }

    /** A run that collects its notes. */
    private record Notes(List<String> notes) implements Run {
        @Override
        public Seed seed() {
            return Seed.of(1);
        }

        @Override
        public void step(long done, long total) {}

        @Override
        public Run part(String name, double share) {
            return this;
        }

        @Override
        public void note(String sentence) {
            notes.add(sentence);
        }
    }

    /**
     * Each file damaged a few hundred times, unpacked and packed: as many pictures, or its name.
     */
    @Test
    void readsOrRefusesDamagedFiles() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 400; i++) {
            write("pictures.gz", damaged(PICTURES, i, random));
            write("labels.gz", damaged(LABELS, i + 1, random));
            try {
                Split split = load(ImageOptions.ALL);
                assertEquals(split.train().size(), split.train().requireLabels().size());
                assertEquals(3, split.test().size());
            } catch (InvalidInputException refused) {
                String told = refused.getMessage();
                assertTrue(told.contains(folder.toString()), told);
                assertEquals(1, told.lines().count(), told);
            }
        }
    }

    private static byte[] damaged(byte[] whole, int i, RandomGenerator random) {
        return switch (i % 3) {
            case 0 -> IdxBytes.gzip(Damage.of(whole, random));
            case 1 -> Damage.of(IdxBytes.gzip(whole), random);
            default -> IdxBytes.gzip(whole);
        };
    }
}
