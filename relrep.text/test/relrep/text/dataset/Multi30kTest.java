package relrep.text.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Dataset;
import relrep.api.data.Split;
import relrep.api.run.InvalidInputException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class Multi30kTest {
    @TempDir Path temporary;

    private TextFolder folder;

    @BeforeEach
    void write() throws IOException {
        folder =
                new TextFolder(temporary)
                        .write(
                                "multi30k/train.en.gz",
                                TextFolder.gzip(captions(200, "dog", "guitar")))
                        .write("multi30k/val.en.gz", TextFolder.gzip(captions(8, "dog", "guitar")))
                        .write("multi30k/train.fr", captions(200, "chien", "guitare"))
                        .write("multi30k/val.fr", captions(8, "chien", "guitare"));
    }

    /** Every other caption is of the one, and seven of the eight words differ by row. */
    private static String captions(int n, String one, String other) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < n; i++) {
            String word = (i % 2 == 0 ? one : other) + (char) ('a' + i / 2 % 9);
            lines.append("%s %s %s.%n".formatted(word, i % 2 == 0 ? "paw" : "string", word));
        }
        return lines.toString().replace("\r", "");
    }

    private static Dataset set(String language, int topics, String of) {
        return new Multi30k().with(new Multi30k.Options(language, topics, of, TextOptions.ALL));
    }

    @Test
    void hasKeysByLineAndNoLabels() {
        Split split = folder.load(new Multi30k());
        assertEquals(200, split.train().size());
        assertEquals("train-1", split.train().keys().orElseThrow().get(0));
        assertEquals("val-8", split.test().keys().orElseThrow().get(7));
        assertEquals(Optional.empty(), split.train().labels());
        assertEquals(
                List.of("multi30k/train.en.gz", "multi30k/val.en.gz"),
                List.copyOf(split.checksums().keySet()));
        assertEquals(
                "labels must be left out: 'multi30k' has none with these options",
                folder.refusal(
                        new Multi30k()
                                .with(
                                        new Multi30k.Options(
                                                "en",
                                                0,
                                                "en",
                                                new TextOptions(
                                                        EvaluationSplit.TEST,
                                                        0,
                                                        0,
                                                        List.of("dog"))))));
    }

    @Test
    void hasTheSameTopicsInEveryLanguage() {
        Split english = folder.load(set("en", 2, "en"));
        Split french = folder.load(set("fr", 2, "en"));
        assertEquals(english.train().labels(), french.train().labels());
        assertEquals(english.test().labels(), french.test().labels());
        assertEquals(english.train().keys(), french.train().keys());
        assertEquals(4, french.checksums().size());
        assertEquals(
                "the 2 topics of multi30k are weak labels: k-means made them of its captions in"
                        + " 'en', nobody gave them",
                folder.notes().get(0));
        assertEquals(
                2,
                english.train().requireLabels().classes().size(),
                () -> english.train().requireLabels().toString());
    }

    @Test
    void doesNotReadTheTestPartForDev() {
        TextOptions dev = new TextOptions(EvaluationSplit.DEV, 0, 0, List.of());
        Split split = folder.load(new Multi30k().with(new Multi30k.Options("fr", 2, "en", dev)));
        assertEquals("train-10", split.test().keys().orElseThrow().get(0));
        assertEquals(180, split.train().size());
        assertEquals(
                List.of("multi30k/train.fr", "multi30k/train.en.gz"),
                List.copyOf(split.checksums().keySet()));
    }

    @Test
    void refusesLanguagesThatDoNotCorrespond() throws IOException {
        folder.write("multi30k/val.fr", captions(7, "chien", "guitare"));
        assertEquals(
                "captions of two languages must be as many, but ./multi30k/val.en.gz has 8 and"
                        + " ./multi30k/val.fr has 7",
                folder.refusal(set("fr", 2, "en")));
    }

    @Test
    void refusesNumbersOfTopicsThatCannotBe() {
        assertEquals(
                "topics must be 0 for no labels, or 2 to 100, not 1",
                assertThrows(InvalidInputException.class, () -> set("en", 1, "en")).getMessage());
        assertEquals(
                "topics must be at most the 18 different texts with words that recur, not 19",
                folder.refusal(set("en", 19, "en")));
    }

    @Test
    void needsTheFilesOfTheTopicsToo() {
        assertEquals(
                List.of(true, true),
                IntStream.range(0, 2)
                        .mapToObj(
                                i ->
                                        set("fr", 2, "en")
                                                .needs()
                                                .get(i)
                                                .contains(i == 0 ? "val.fr.gz" : "val.en.gz"))
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        return folder.checks(set("fr", 2, "en"));
    }
}
