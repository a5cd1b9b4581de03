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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class TrecTest {
    @TempDir Path temporary;

    private TextFolder folder;

    @BeforeEach
    void write() throws IOException {
        StringBuilder train = new StringBuilder("ENTY:veh What is a Citro\u00ebn ?\n");
        for (int i = 1; i < 20; i++) {
            train.append("NUM:date When was " + i + " ?\n");
        }
        folder =
                new TextFolder(temporary)
                        .write(
                                "trec/train_5500.label",
                                train.toString().getBytes(StandardCharsets.ISO_8859_1))
                        .write("trec/TREC_10.label", "ABBR:exp What is NASA ?\nHUM:desc Who ?\n");
    }

    private static Dataset set(Grain classes, EvaluationSplit split, int train) {
        return new Trec()
                .with(new Trec.Options(classes, new TextOptions(split, train, 0, List.of())));
    }

    @Test
    void hasCoarseClassesAndOldLetters() {
        Split split = folder.load(new Trec());
        assertEquals("What is a Citro\u00ebn ?", split.train().texts().get(0));
        assertEquals(
                List.of("ABBR", "ENTY", "DESC", "HUM", "LOC", "NUM"),
                split.train().requireLabels().classes());
        assertArrayEquals(new int[] {0, 3}, split.test().requireLabels().toArray());
    }

    @Test
    void hasFineClasses() {
        Split split = folder.load(set(Grain.FINE, EvaluationSplit.TEST, 1));
        List<String> classes = split.test().requireLabels().classes();
        assertEquals(50, classes.size());
        assertEquals("ENTY:veh", classes.get(split.train().requireLabels().get(0)));
        assertEquals("HUM:desc", classes.get(split.test().requireLabels().get(1)));
    }

    @Test
    void makesEveryTenthTrainingQuestionADevPart() {
        Split split = folder.load(set(Grain.COARSE, EvaluationSplit.DEV, 0));
        assertEquals(List.of("When was 9 ?", "When was 19 ?"), split.test().texts());
        assertEquals(18, split.train().size());
        assertEquals(List.of("trec/train_5500.label"), List.copyOf(split.checksums().keySet()));
        assertEquals(
                0,
                IntStream.range(0, 18)
                        .filter(i -> split.test().texts().contains(split.train().texts().get(i)))
                        .count());
    }

    @Test
    void refusesWhatItIsNot() throws IOException {
        assertEquals(
                "train of 'trec' must be at most the 20 samples that there are, not 21",
                folder.refusal(set(Grain.COARSE, EvaluationSplit.TEST, 21)));
        folder.write("trec/TREC_10.label", "ABBR:exp What is NASA ?\nWho ?\n");
        assertEquals(
                "./trec/TREC_10.label, line 2: expected a class, ABBR to NUM, a colon, a finer"
                        + " class and the question, found 'Who ?'",
                folder.refusal(new Trec()));
    }

    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        return folder.checks(set(Grain.FINE, EvaluationSplit.TEST, 0));
    }
}
