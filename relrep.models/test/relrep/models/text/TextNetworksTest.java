package relrep.models.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Inputs;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.model.Architecture;
import relrep.api.model.Bottleneck;
import relrep.api.model.Network;
import relrep.api.model.Objective;
import relrep.api.model.TrainingProblem;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.DynamicChecks;
import relrep.nd4j.Nd4jEngine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class TextNetworksTest {
    private static final Nd4jEngine ENGINE = Nd4jEngine.start();

    @TestFactory
    @Tag("slow")
    Stream<DynamicTest> averagesKeepTheirContract() {
        return DynamicChecks.of(new TextAverage(ENGINE));
    }

    @TestFactory
    @Tag("slow")
    Stream<DynamicTest> transformersKeepTheirContract() {
        return DynamicChecks.of(new TextTransformer(ENGINE));
    }

    @Test
    void aTextIsDividedIntoWordsAndRunsOfMarks() {
        assertEquals(
                List.of("l", "été", "est", "là", "?!", "(", "2", "fois", ")"),
                Tokens.of("L'été, est là?! (2 fois)..."));
        assertEquals(List.of(), Tokens.of("… - ."));
    }

    @Test
    void aVocabularyHasTheMostFrequentTokensInOneOrder() {
        Vocabulary words = Vocabulary.of(List.of("b a c", "b a d", "b"), 2, 2);
        assertEquals("b a", words.toString());
        assertEquals(4, words.size());
        assertArrayEquals(
                new float[] {2, 1, 3, 0, 0, 0},
                words.ids(List.of("b x a b", ""), 3).toArray(),
                "unknown tokens are 1, padding is 0, the fourth token is left out");
        assertEquals(words.toString(), Vocabulary.read(words.toString()).toString());
        assertEquals(
                List.of(
                        "1 of 2 texts have more than 3 tokens; what comes after them is left out",
                        "1 of 2 texts have no token; they all get the same latents"),
                Vocabulary.notes(List.of("b x a b", ""), 3));
    }

    @Test
    void textsWithoutARepeatedTokenAreRefused() {
        assertEquals(
                "the training texts must have a token that occurs 2 times, and the most frequent of"
                        + " 3 tokens occurs 1 times",
                assertThrows(
                                InvalidInputException.class,
                                () -> Vocabulary.of(List.of("a b", "c"), 10, 2))
                        .getMessage());
    }

    private static Samples reviews(int n) {
        List<String> texts =
                Stream.iterate(0, i -> i + 1)
                        .limit(n)
                        .map(
                                i ->
                                        (i % 2 == 0 ? "a fine warm film" : "a dull cold film")
                                                + " number "
                                                + i % 7)
                        .toList();
        int[] labels = Stream.iterate(0, i -> i + 1).limit(n).mapToInt(i -> i % 2).toArray();
        return new Samples(
                Inputs.of(texts),
                Optional.of(Labels.of(List.of("good", "bad"), labels)),
                Optional.empty());
    }

    private static <O extends Record> Network trained(Tunable<Architecture, O> plugin) {
        return ((Architecture) plugin)
                .train(
                        new TrainingProblem(
                                reviews(60),
                                Optional.empty(),
                                Objective.CLASSIFY,
                                new Bottleneck.Absolute(6)),
                        Run.quiet(Seed.of(3)));
    }

    @Test
    void bothLearnWhichWordsMatter() {
        for (Network network :
                List.of(trained(new TextAverage(ENGINE)), trained(new TextTransformer(ENGINE)))) {
            Matrix scores =
                    network.decoder()
                            .decode(
                                    network.encoder()
                                            .encode(
                                                    Inputs.of(
                                                            List.of(
                                                                    "warm, fine!",
                                                                    "so dull so cold"))));
            assertTrue(scores.get(0, 0) > scores.get(0, 1));
            assertTrue(scores.get(1, 1) > scores.get(1, 0));
        }
    }

    @Test
    void textsAreNotReconstructed() {
        assertEquals(
                "networks of texts are trained to classify, texts cannot be reconstructed",
                assertThrows(
                                InvalidInputException.class,
                                () ->
                                        new TextAverage(ENGINE)
                                                .train(
                                                        new TrainingProblem(
                                                                reviews(8),
                                                                Optional.empty(),
                                                                Objective.RECONSTRUCT,
                                                                new Bottleneck.Absolute(6)),
                                                        Run.quiet(Seed.of(3))))
                        .getMessage());
    }
}
