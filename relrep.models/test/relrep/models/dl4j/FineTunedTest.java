package relrep.models.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Numbers;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.model.Bottleneck;
import relrep.api.model.Epoch;
import relrep.api.model.Network;
import relrep.api.model.Objective;
import relrep.api.model.TrainingProblem;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.DynamicChecks;
import relrep.nd4j.Nd4jEngine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Tests networks that were saved elsewhere and are trained on here. */
final class FineTunedTest {
    private static final Nd4jEngine ENGINE = Nd4jEngine.start();
    private static final Shape PICTURE = new Shape(2, 4, 5);
    private static final int KIT_VECTORS = 64;

    @TempDir private static Path folder;

    private static FineTuned tuned(Path file, String layer, boolean freeze, int epochs) {
        return new FineTuned(ENGINE)
                .with(new FineTuned.Options(file.toString(), layer, freeze, epochs, 8, 1e-2));
    }

    private static Path file(String name) {
        return folder.resolve(name + ".zip");
    }

    private static Path vectors(String name) throws IOException {
        return SmallNetworks.saved(SmallNetworks.vectors(4), file(name));
    }

    /** Two clouds, apart in all coordinates. */
    private static Samples samples(int n, Shape shape) {
        RandomGenerator random = Seed.of(3).random();
        float[] values = new float[n * shape.size()];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i % 2;
            for (int j = 0; j < shape.size(); j++) {
                values[i * shape.size() + j] =
                        (float) random.nextGaussian(i % 2 == 0 ? -1 : 1, 0.5);
            }
        }
        return new Samples(
                Matrix.of(n, shape.size(), values),
                shape,
                Optional.of(Labels.of(List.of("a", "b"), labels)));
    }

    private static Network train(FineTuned architecture, Shape shape, int width) {
        return architecture.train(
                new TrainingProblem(
                        samples(64, shape),
                        Optional.of(samples(16, shape)),
                        Objective.CLASSIFY,
                        new Bottleneck.Absolute(width)),
                Run.quiet(Seed.of(1)));
    }

    private static double accuracy(Network network, Shape shape) {
        Samples samples = samples(64, shape);
        Matrix scores = network.decoder().decode(network.encoder().encode(samples.content()));
        int right = 0;
        for (int i = 0; i < samples.size(); i++) {
            int best = scores.get(i, 0) >= scores.get(i, 1) ? 0 : 1;
            right += best == samples.requireLabels().get(i) ? 1 : 0;
        }
        return right / 64.;
    }

    @TestFactory
    Stream<DynamicTest> keepsItsContract() throws IOException {
        return Stream.of(
                        tuned(
                                SmallNetworks.saved(
                                        SmallNetworks.vectors(KIT_VECTORS), file("kit")),
                                "",
                                false,
                                8),
                        new FineTuned(ENGINE))
                .flatMap(DynamicChecks::of);
    }

    /** The default layer is 5 wide: latents of 5 are its own, others go through a new layer. */
    @ParameterizedTest
    @ValueSource(ints = {5, 3})
    void learnsAndComesBackFromItsState(int width) throws IOException {
        FineTuned architecture = tuned(vectors("learns" + width), "", false, 12);
        Network network = train(architecture, Shape.vector(4), width);
        assertEquals(width, network.encoder().width());
        assertEquals(1, accuracy(network, Shape.vector(4)));
        List<Epoch> history = network.history();
        assertEquals(12, history.size());
        assertTrue(history.get(11).trainLoss() < history.get(0).trainLoss());
        assertEquals(
                width != 5,
                network.state().tensors().keySet().stream()
                        .anyMatch(name -> name.startsWith(TunedGraph.LATENTS)));

        Network again = architecture.restore(network.state());
        Samples samples = samples(9, Shape.vector(4));
        assertEquals(
                network.encoder().encode(samples.content()),
                again.encoder().encode(samples.content()));
        assertEquals(history, again.history());
        assertEquals(
                network.state().tensors(),
                train(architecture, Shape.vector(4), width).state().tensors(),
                "the same seed gives the same bytes");
    }

    @Test
    void startsFromTheSavedWeightsAndKeepsFrozenOnes() throws IOException {
        Path file = vectors("frozen");
        Numbers samples = new Numbers(samples(9, Shape.vector(4)).inputs(), Shape.vector(4));
        Dl4jEncoder saved = new Dl4jEncoder(ENGINE).with(new LayerOptions(file.toString(), "", 0));
        saved.prepare(relrep.api.tck.Setting.standard().places(), Run.quiet(Seed.of(1)));
        Matrix before = saved.encode(samples);
        Network frozen = train(tuned(file, "", true, 6), Shape.vector(4), 5);
        assertArrayEquals(before.toArray(), frozen.encoder().encode(samples).toArray(), 1e-6f);
        Network free = train(tuned(file, "", false, 6), Shape.vector(4), 5);
        assertFalse(before.equals(free.encoder().encode(samples)));
    }

    @Test
    void takesPicturesGraphsAndNamedLayers() throws IOException {
        Path pictures = SmallNetworks.saved(SmallNetworks.pictures(), file("pictures"));
        assertEquals(1, accuracy(train(tuned(pictures, "", false, 10), PICTURE, 18), PICTURE));
        assertEquals(1, accuracy(train(tuned(pictures, "maps", false, 10), PICTURE, 6), PICTURE));
        Path graph = SmallNetworks.saved(SmallNetworks.graph(4), file("graph"));
        Network network = train(tuned(graph, "sum", false, 10), Shape.vector(4), 6);
        assertEquals(1, accuracy(network, Shape.vector(4)));
        Network one = train(tuned(graph, "left", false, 10), Shape.vector(4), 4);
        assertEquals(1, accuracy(one, Shape.vector(4)));
        assertTrue(
                one.state().tensors().keySet().stream().noneMatch(n -> n.startsWith("right")),
                "what the latents do not need is left out");
    }

    /** What was trained from other weights is another network to the cache. */
    @Test
    void theFileDecides() throws IOException {
        FineTuned architecture = tuned(vectors("decides"), "", false, 1);
        Map<String, String> before = architecture.checksums();
        assertEquals(Set.of("decides.zip"), before.keySet());
        SmallNetworks.saved(SmallNetworks.graph(4), file("decides"));
        assertFalse(before.equals(architecture.checksums()));
        assertEquals(Map.of(), new FineTuned(ENGINE).checksums());
    }

    @Test
    void takesKerasFiles() {
        Path file = KerasFiles.row(folder.resolve("row.h5"));
        Network network = train(tuned(file, "", false, 20), Shape.vector(2), 3);
        assertEquals(3, network.encoder().width());
        assertEquals(1, accuracy(network, Shape.vector(2)));
    }

    @Test
    void whatCannotBeTrainedOnIsRefused() throws IOException {
        assertEquals(
                "model must be a file of DL4J's or Keras', and none is given:"
                        + " fine-tuned(model=FILE)",
                refused(new FineTuned(ENGINE), Shape.vector(4)));
        Path text = Files.writeString(folder.resolve("text.zip"), "no network");
        assertTrue(
                refused(tuned(text, "", false, 1), Shape.vector(4))
                        .contains("must be a network that DL4J's ModelSerializer wrote"));
        assertTrue(
                refused(tuned(vectors("other"), "nowhere", false, 1), Shape.vector(4))
                        .contains("layer must be one of"));
        assertTrue(
                refused(tuned(vectors("shape"), "", false, 1), Shape.vector(7))
                        .contains("samples must be vectors of 4 numbers"));
    }

    private static String refused(FineTuned architecture, Shape shape) {
        return assertThrows(InvalidInputException.class, () -> train(architecture, shape, 3))
                .getMessage();
    }
}
