package relrep.formats.words;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Samples;
import relrep.api.data.Split;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.run.UnavailableException;
import relrep.api.tck.DynamicChecks;
import relrep.api.tck.Setting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class WordsTest {
    private static final Run RUN = Run.quiet(Seed.of(1));

    @TempDir Path folder;

    private DataPlaces places;

    @BeforeEach
    void write() throws IOException {
        places = new DataPlaces(List.of(folder), folder.resolve("cache"), false);
        Files.writeString(
                folder.resolve("a.vec"), "the 1 2\nof 3 4\ncat 5 6\nu.s. 7 8\ndogs 9 10\n");
        Files.writeString(
                folder.resolve("b.csv"), "word,x\ndogs,-9\nthe,-1\ncat,-5\nof,-3\nu.s.,-7\n");
    }

    private static Dataset words(int skip, int count, int least, boolean letters, int test) {
        return new Words()
                .with(
                        new Words.Options(
                                List.of("a.vec", "b.csv"), skip, count, least, letters, test));
    }

    @Test
    void putsTheVectorsOfAWordSideBySideInTheOrderOfTheFirstFile() {
        Split split = words(0, 0, 0, false, 0).load(places, RUN);
        Samples all = split.train();
        assertEquals(5, all.size());
        assertEquals(all, split.test());
        assertEquals(Optional.of(List.of("the", "of", "cat", "u.s.", "dogs")), all.keys());
        assertArrayEquals(new float[] {1, 2, -1}, all.inputs().row(0));
        assertArrayEquals(new float[] {9, 10, -9}, all.inputs().row(4));
        assertEquals(List.of("a.vec", "b.csv"), List.copyOf(split.checksums().keySet()));
    }

    @Test
    void takesWordsThatAreLongEnoughAndOfLettersAloneBehindTheFirst() {
        Split split = words(1, 1, 3, true, 0).load(places, RUN);
        assertEquals(1, split.train().size());
        assertArrayEquals(new float[] {5, 6, -5}, split.train().inputs().row(0));
    }

    @Test
    void holdsTheLastOutForTheTest() {
        Split split = words(0, 0, 0, false, 2).load(places, RUN);
        assertEquals(3, split.train().size());
        assertArrayEquals(new float[] {7, 8, -7}, split.test().inputs().row(0));
    }

    @Test
    void refusesWhatCannotBe() {
        assertEquals(
                "words(count=9) must find as many in common behind the first 1, there are 4",
                assertThrows(
                                InvalidInputException.class,
                                () -> words(1, 9, 0, false, 0).load(places, RUN))
                        .getMessage());
        String absent =
                assertThrows(
                                UnavailableException.class,
                                () ->
                                        new Words()
                                                .with(
                                                        new Words.Options(
                                                                List.of("c.vec"),
                                                                0,
                                                                0,
                                                                0,
                                                                false,
                                                                0))
                                                .load(places, RUN))
                        .getMessage();
        assertEquals("words needs the file c.vec, which is not at ", absent.substring(0, 44));
    }

    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        return DynamicChecks.of(
                words(0, 0, 0, false, 2), new Setting(Seed.of(1), places, Map.of()));
    }

    @Test
    void findsWhatTheRealFilesShare() {
        String data = System.getenv("RELREP_DATA");
        assumeTrue(data != null, "RELREP_DATA names no folder");
        Path real = Path.of(data, "word-vectors");
        assumeTrue(Files.isDirectory(real), real + " is not there");
        DataPlaces there = new DataPlaces(List.of(Path.of(data)), folder, false);
        assertEquals(
                6155,
                shared(
                        there,
                        "word-vectors/word2vec-googlenews-8000x300.bin.gz",
                        "word-vectors/glove.twitter.27B.25d-subset-11925x25.txt.gz"));
        assertEquals(
                606,
                shared(
                        there,
                        "word-vectors/word2vec-googlenews-8000x300.bin.gz",
                        "word-vectors/fasttext-english-sample-770x300.vec.gz"));
        assertEquals(
                8000,
                shared(
                        there,
                        "word-vectors/imdb-fasttext-subword-8000x100.vec.gz",
                        "word-vectors/imdb-word2vec-skipgram-8000x100.vec.gz"));
    }

    private static int shared(DataPlaces places, String... files) {
        Words.Options options = new Words.Options(List.of(files), 0, 0, 0, false, 0);
        Samples samples = new Words().with(options).load(places, RUN).train();
        assertEquals(Optional.empty(), samples.labels());
        return samples.size();
    }
}
