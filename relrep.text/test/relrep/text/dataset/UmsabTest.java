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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class UmsabTest {
    @TempDir Path temporary;

    private TextFolder folder;

    @BeforeEach
    void write() throws IOException {
        folder = new TextFolder(temporary);
        for (String language : List.of("english", "italian")) {
            String start = "xlm-t-sentiment/" + language;
            folder.write(start + "/train_text.txt", "good\nbad\n  \nso so")
                    .write(start + "/train_labels.txt", "2\n0\n1\n1")
                    .write(start + "/val_text.txt", "bad\nwell")
                    .write(start + "/val_labels.txt", "0\n2")
                    .write(start + "/test_text.txt", "good\n")
                    .write(start + "/test_labels.txt", "2\n");
        }
    }

    private static Dataset set(String language, EvaluationSplit split) {
        return new Umsab()
                .with(new Umsab.Options(language, new TextOptions(split, 0, 0, List.of())));
    }

    @Test
    void hasThreeOrderedClassesAndNoKeys() {
        Split split = folder.load(new Umsab());
        assertEquals(List.of("good", "bad", "  ", "so so", "bad", "well"), split.train().texts());
        assertArrayEquals(new int[] {2, 0, 1, 1, 0, 2}, split.train().requireLabels().toArray());
        assertEquals(
                List.of("negative", "neutral", "positive"), split.test().requireLabels().classes());
        assertEquals(Optional.empty(), split.train().keys());
        assertEquals(
                List.of(
                        "umsab has texts: 1 in train that are empty, 1 in train that repeat an"
                                + " earlier one, 1 in test that are in train as well"),
                folder.notes());
    }

    @Test
    void measuresOnVal() {
        Split split = folder.load(set("en", EvaluationSplit.DEV));
        assertEquals(4, split.train().size());
        assertEquals(List.of("bad", "well"), split.test().texts());
    }

    @Test
    void notesThatNothingIsKnownOfTheFilesOfOtherLanguages() throws IOException {
        folder.unlist();
        folder.load(set("it", EvaluationSplit.TEST));
        assertEquals(
                6,
                folder.notes().stream().filter(note -> note.contains("was not compared")).count());
    }

    @Test
    void refusesLabelsThatDoNotFit() throws IOException {
        folder.write("xlm-t-sentiment/english/val_labels.txt", "0\n2\n1\n");
        assertEquals(
                "texts and labels must be as many, but ./xlm-t-sentiment/english/val_text.txt has 2"
                        + " and ./xlm-t-sentiment/english/val_labels.txt has 3",
                folder.refusal(new Umsab()));
        folder.write("xlm-t-sentiment/english/val_labels.txt", "0\n3\n");
        assertEquals(
                "./xlm-t-sentiment/english/val_labels.txt, line 2: expected 0 (negative), 1"
                        + " (neutral) or 2 (positive), found '3'",
                folder.refusal(new Umsab()));
    }

    @Test
    void refusesTextThatIsNotUtf8() throws IOException {
        byte[] text = "bad\nwéll".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        folder.write("xlm-t-sentiment/english/val_text.txt", text);
        assertEquals(
                "./xlm-t-sentiment/english/val_text.txt, offset 5: expected text in UTF-8, found"
                        + " the byte 0xe9 in line 2",
                folder.refusal(new Umsab()));
    }

    @Test
    void refusesAFileThatWasCut() throws IOException {
        java.nio.file.Files.delete(folder.file("xlm-t-sentiment/english/val_text.txt"));
        byte[] packed = TextFolder.gzip("bad\nwell");
        folder.write(
                "xlm-t-sentiment/english/val_text.txt.gz",
                Arrays.copyOf(packed, packed.length - 9));
        assertEquals(
                "./xlm-t-sentiment/english/val_text.txt.gz, offset 8 of the unpacked data: expected"
                        + " whole gzip data, found the end of the packed file",
                folder.refusal(new Umsab()));
    }

    @Test
    void saysWhichLanguagesThereAre() {
        assertEquals(
                "umsab needs xlm-t-sentiment/hindi/train_text.txt, which is not in"
                    + " ./xlm-t-sentiment, ./no-cache/xlm-t-sentiment; the languages there are"
                    + " english, italian; others are below"
                    + " https://raw.githubusercontent.com/cardiffnlp/xlm-t/main/data/sentiment/",
                folder.absence(set("hi", EvaluationSplit.TEST)));
    }

    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        return folder.checks(set("italian", EvaluationSplit.TEST));
    }
}
