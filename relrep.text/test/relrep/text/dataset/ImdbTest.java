package relrep.text.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Dataset;
import relrep.api.data.Split;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class ImdbTest {
    @TempDir Path temporary;

    private TextFolder folder;

    @BeforeEach
    void write() throws IOException {
        folder =
                new TextFolder(temporary)
                        .write("imdb/train-ids-0-0.tsv", "0\t9\tpos\told\n")
                        .write(
                                "imdb/train-ids-0-10.tsv.gz",
                                TextFolder.gzip(
                                        "0\t9\tpos\tSo.<br /><br />Good<br/>.\n1\t4\tneg\tBad\n"))
                        .write("imdb/test-ids-0-0.tsv", "0\t10\tpos\tFine\n");
    }

    private static Dataset set(Imdb.ReviewClasses classes, Imdb.LineBreaks lineBreaks) {
        return new Imdb().with(new Imdb.Options(classes, lineBreaks, TextOptions.ALL));
    }

    @Test
    void takesTheLargestSlice() {
        Split split = folder.load(new Imdb());
        assertEquals(List.of("So. Good .", "Bad"), split.train().texts());
        assertArrayEquals(new int[] {1, 0}, split.train().requireLabels().toArray());
        assertEquals(List.of("negative", "positive"), split.train().requireLabels().classes());
        assertEquals(
                List.of("imdb/train-ids-0-10.tsv.gz", "imdb/test-ids-0-0.tsv"),
                List.copyOf(split.checksums().keySet()));
    }

    @Test
    void keepsBreaksAndRatings() {
        Split split = folder.load(set(Imdb.ReviewClasses.RATING, Imdb.LineBreaks.KEEP));
        assertEquals("So.<br /><br />Good<br/>.", split.train().texts().get(0));
        assertEquals(
                List.of("1", "2", "3", "4", "7", "8", "9", "10"),
                split.train().requireLabels().classes());
        assertArrayEquals(new int[] {6, 3}, split.train().requireLabels().toArray());
        assertArrayEquals(new int[] {7}, split.test().requireLabels().toArray());
    }

    @Test
    void refusesARatingThatContradicts() throws IOException {
        folder.write("imdb/test-ids-0-0.tsv", "0\t10\tneg\tFine\n");
        assertEquals(
                "./imdb/test-ids-0-0.tsv, line 1: expected a rating of 1 to 4 with neg, or of 7 to"
                        + " 10 with pos, found '10 neg'",
                folder.refusal(new Imdb()));
    }

    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        return folder.checks(new Imdb());
    }
}
