package relrep.text.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Content;
import relrep.api.data.Dataset;
import relrep.api.data.Split;
import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class Sib200Test {
    private static final String HEADER = "index_id\tcategory\ttext\n";

    @TempDir Path temporary;

    private TextFolder folder;

    @BeforeEach
    void write() throws IOException {
        folder =
                new TextFolder(temporary)
                        .write(
                                "sib-200/eng_Latn/train.tsv",
                                HEADER
                                        + "7\ttravel\tBy ship.\n"
                                        + "3\thealth\t\"He said \"\"rest\"\".\"\n")
                        .write("sib-200/eng_Latn/dev.tsv", HEADER + "9\tsports\tA race\u2028.\r\n")
                        .write("sib-200/eng_Latn/test.tsv", HEADER + "1\tgeography\tBy ship.");
    }

    private static Dataset set(String language, EvaluationSplit split, String... labels) {
        return new Sib200()
                .with(new Sib200.Options(language, new TextOptions(split, 0, 0, List.of(labels))));
    }

    @Test
    void trainsOnTrainAndDevForTheTest() {
        Split split = folder.load(new Sib200());
        assertEquals(
                List.of("By ship.", "He said \"rest\".", "A race\u2028."), split.train().texts());
        assertEquals(Optional.of(List.of("7", "3", "9")), split.train().keys());
        assertArrayEquals(new int[] {6, 2, 5}, split.train().requireLabels().toArray());
        assertEquals(Optional.of(List.of("1")), split.test().keys());
        assertEquals(
                List.of(
                        "entertainment",
                        "geography",
                        "health",
                        "politics",
                        "science/technology",
                        "sports",
                        "travel"),
                split.test().requireLabels().classes());
        assertEquals(
                List.of(
                        "sib-200/eng_Latn/train.tsv",
                        "sib-200/eng_Latn/dev.tsv",
                        "sib-200/eng_Latn/test.tsv"),
                List.copyOf(split.checksums().keySet()));
        assertEquals(
                List.of(
                        "sib-200 has texts: 1 in test that are in train as well",
                        "the 3 training samples of sib-200 have none of entertainment, geography,"
                                + " politics, science/technology"),
                folder.notes());
    }

    @Test
    void measuresOnDevWithoutATest() {
        Split split = folder.load(set("en", EvaluationSplit.DEV));
        assertEquals(2, split.train().size());
        assertEquals(List.of("A race\u2028."), split.test().texts());
        assertEquals(2, split.checksums().size(), "the test part is not read");
    }

    @Test
    void keepsSomeClassesInTheirOldOrder() {
        Split split = folder.load(set("eng_Latn", EvaluationSplit.DEV, "travel", "sports"));
        assertEquals(List.of("sports", "travel"), split.train().requireLabels().classes());
        assertArrayEquals(new int[] {1}, split.train().requireLabels().toArray());
        assertArrayEquals(new int[] {0}, split.test().requireLabels().toArray());
        assertEquals(
                "labels of 'sib-200' must be among entertainment, geography, health, politics,"
                        + " science/technology, sports, travel, not 'sport'",
                folder.refusal(set("en", EvaluationSplit.TEST, "sport")));
        assertEquals(
                "labels must leave a sample, but none of the first 2 of train has class politics",
                folder.refusal(set("en", EvaluationSplit.DEV, "politics")));
    }

    @Test
    void saysWhichLanguagesThereAre() {
        assertEquals(
                "sib-200 needs sib-200/swh_Latn/train.tsv, which is not in ./sib-200,"
                    + " ./no-cache/sib-200; the languages there are eng_Latn; others are below"
                    + " https://raw.githubusercontent.com/dadelani/sib-200/main/data/annotated/",
                folder.absence(set("swh_Latn", EvaluationSplit.TEST)));
        assertEquals(
                "language of 'sib-200' must be de, en, fr or a code of FLORES-200 such as swh_Latn,"
                        + " not 'english'",
                assertThrows(
                                InvalidInputException.class,
                                () -> set("english", EvaluationSplit.TEST))
                        .getMessage());
    }

    @Test
    void refusesAFileThatIsNotTheSets() throws IOException {
        folder.write("sib-200/eng_Latn/dev.tsv", HEADER + "9\tsport\tA race.\n");
        assertEquals(
                "./sib-200/eng_Latn/dev.tsv, line 2: expected one of entertainment, geography,"
                        + " health, politics, science/technology, sports, travel, found 'sport'",
                folder.refusal(new Sib200()));
        folder.write("sib-200/eng_Latn/dev.tsv", HEADER + "9\tsports\n");
        assertEquals(
                "./sib-200/eng_Latn/dev.tsv, line 2: expected 3 cells with tabs between them,"
                        + " found 2 in '9\tsports'",
                folder.refusal(new Sib200()));
        folder.write("sib-200/eng_Latn/dev.tsv", "9\tsports\tA race.\n");
        assertEquals(
                "./sib-200/eng_Latn/dev.tsv, line 1: expected index_id, category and text with tabs"
                        + " between them, found '9\tsports\tA race.'",
                folder.refusal(new Sib200()));
    }

    @Test
    void refusesAKeyThatOccursTwice() throws IOException {
        folder.write("sib-200/eng_Latn/dev.tsv", HEADER + "7\tsports\tA race.\n");
        assertEquals(
                "the keys of sib-200 must differ, but '7' is there twice, the second time as sample"
                        + " 2",
                folder.refusal(new Sib200()));
    }

    @Test
    void refusesOtherBytesThanPublishedWithoutAListing() throws IOException {
        folder.unlist();
        String message = folder.refusal(new Sib200());
        assertEquals(
                "./sib-200/eng_Latn/train.tsv must have the checksum of the official"
                        + " eng_Latn/train.tsv, SHA-256"
                        + " 056c2989673d0724cb27edb0d9ee5c6305b2548c17f9fd8f2092f40c98ac0156, but",
                message.substring(0, message.indexOf(" has SHA-256")));
    }

    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        assertEquals(Content.TEXT, new Sib200().content());
        return folder.checks(new Sib200());
    }
}
