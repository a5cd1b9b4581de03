package relrep.models.dl4j;

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
import relrep.api.model.Bottleneck;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.Objective;
import relrep.api.model.TrainingProblem;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.DynamicChecks;
import relrep.models.text.WordOptions;
import relrep.nd4j.Nd4jEngine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tests the network that DL4J trains. */
final class LstmTest {

    private static Lstm lstm(int epochs) {
        return new Lstm(Nd4jEngine.start())
                .with(new Lstm.Options(8, 8, new WordOptions(50, 2, 6), epochs, 16, 2e-2, 0, 1));
    }

    @TestFactory
    @Tag("slow")
    Stream<DynamicTest> keepsItsContract() {
        return DynamicChecks.of(lstm(4));
    }

    /** The class is the order of two words, which no mean of embeddings can tell. */
    private static Samples orders(int n) {
        return new Samples(
                Inputs.of(
                        IntStream.range(0, n)
                                .mapToObj(i -> i % 2 == 0 ? "not good" : "good not")
                                .toList()),
                Optional.of(
                        Labels.of(
                                List.of("bad", "good"),
                                IntStream.range(0, n).map(i -> i % 2).toArray())),
                Optional.empty());
    }

    private static TrainingProblem problem() {
        return new TrainingProblem(
                orders(64),
                Optional.of(orders(10)),
                Objective.CLASSIFY,
                new Bottleneck.Absolute(4));
    }

    private static Network trained(int epochs) {
        return lstm(epochs).train(problem(), Run.quiet(Seed.of(3)));
    }

    private static Matrix scores(Network network, String... texts) {
        return network.decoder().decode(network.encoder().encode(Inputs.of(List.of(texts))));
    }

    @Test
    void theOrderOfWordsIsLearnt() {
        Network network = trained(12);
        Matrix scores = scores(network, "not good", "good not", "", "good");
        assertTrue(scores.get(0, 0) > scores.get(0, 1));
        assertTrue(scores.get(1, 1) > scores.get(1, 0));
        assertTrue(Float.isFinite(scores.get(2, 0)), "a text without tokens has latents");
        assertEquals(12, network.history().size());
        double last = network.history().get(11).validationLoss().orElseThrow();
        assertTrue(last < network.history().get(0).validationLoss().orElseThrow() / 2);
    }

    @Test
    void theSeedDecidesEveryByteInAnyThread() {
        NetworkState first = trained(2).state();
        List<CompletableFuture<NetworkState>> others =
                IntStream.range(0, 2)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> trained(2).state()))
                        .toList();
        for (CompletableFuture<NetworkState> other : others) {
            assertEquals(first.tensors(), other.join().tensors());
            assertEquals(first.attributes(), other.join().attributes());
        }
    }

    @Test
    void aDamagedStateIsRefused() {
        NetworkState state = trained(2).state();
        Map<String, Matrix> tensors = new HashMap<>(state.tensors());
        tensors.put("3_W", Matrix.of(1, 1, 0));
        assertTrue(
                assertThrows(
                                InvalidInputException.class,
                                () ->
                                        lstm(2).restore(
                                                        new NetworkState(
                                                                tensors, state.attributes())))
                        .getMessage()
                        .startsWith("the network's state must have a tensor '3_W' of 8 × 4, not "));
        Map<String, String> attributes = new HashMap<>(state.attributes());
        attributes.put("dl4j-configuration", "{}");
        assertTrue(
                assertThrows(
                                InvalidInputException.class,
                                () ->
                                        lstm(2).restore(
                                                        new NetworkState(
                                                                state.tensors(), attributes)))
                        .getMessage()
                        .startsWith("the network's state must have a configuration of DL4J's"));
    }
}
