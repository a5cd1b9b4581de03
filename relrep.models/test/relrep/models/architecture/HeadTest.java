package relrep.models.architecture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.model.DecodingProblem;
import relrep.api.model.NetworkState;
import relrep.api.model.Objective;
import relrep.api.model.TrainedDecoder;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.DynamicChecks;
import relrep.nd4j.Nd4jEngine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class HeadTest {
    private static final Head HEAD = new Head(Nd4jEngine.start());

    private static Head with(int layers, Nonlinearity activation, Normalisation normalised) {
        return HEAD.with(
                new Head.Options(
                        layers,
                        0,
                        activation,
                        normalised,
                        Output.LINEAR,
                        0,
                        new TrainingOptions(1, 8, 1e-3, 0, 0)));
    }

    private static TrainedDecoder trained(Head head) {
        Matrix latents = Matrix.of(4, 2, 3, 1, -1, 2, 0, 5, 2, 2);
        Samples samples = new Samples(latents, Shape.vector(2), Optional.of(Labels.of(0, 1, 2, 1)));
        DecodingProblem problem =
                new DecodingProblem(
                        latents, samples, Optional.empty(), Optional.empty(), Objective.CLASSIFY);
        return head.trainDecoder(problem, Run.quiet(Seed.of(1)));
    }

    private static List<String> tensors(Head head) {
        return trained(head).state().tensors().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue().rows() + "×" + e.getValue().cols())
                .toList();
    }

    @Tag("slow")
    @TestFactory
    Stream<DynamicTest> keepsItsContract() {
        return DynamicChecks.of(HEAD);
    }

    /** Of a row 3, 1 layer normalisation makes 1, -1, and of tanh 1, -tanh 1 the same again. */
    @Test
    void rowsAreNormalisedBeforeAndAfterAHiddenLayer() {
        Head head = with(1, Nonlinearity.TANH, Normalisation.ROW);
        NetworkState state = trained(head).state();
        Map<String, Matrix> tensors = new LinkedHashMap<>(state.tensors());
        tensors.put("decoder.1.weight", Matrix.of(2, 2, 1, 0, 0, 1));
        tensors.put("decoder.1.bias", Matrix.of(1, 2, 0, 0));
        tensors.put("decoder.0.scale", Matrix.of(1, 2, 1, 1));
        tensors.put("decoder.0.shift", Matrix.of(1, 2, 0, 0));
        tensors.put("decoder.3.scale", Matrix.of(1, 2, 1, 1));
        tensors.put("decoder.3.shift", Matrix.of(1, 2, 0, 0));
        tensors.put("decoder.4.weight", Matrix.of(3, 2, 1, 0, 0, 1, 2, 5));
        tensors.put("decoder.4.bias", Matrix.of(1, 3, 0, 10, 0));
        float[] scores =
                head.restoreDecoder(new NetworkState(tensors, state.attributes()))
                        .decoder()
                        .decode(Matrix.of(1, 2, 3, 1))
                        .toArray();
        assertArrayEquals(new float[] {1, 9, -3}, scores, 1e-4f);
    }

    @Test
    void textHeadsHaveTwoHiddenLayersAsWideAsTheLatents() {
        assertEquals(
                List.of(
                        "decoder.0.scale 1×2",
                        "decoder.0.shift 1×2",
                        "decoder.1.weight 2×2",
                        "decoder.1.bias 1×2",
                        "decoder.3.scale 1×2",
                        "decoder.3.shift 1×2",
                        "decoder.4.weight 2×2",
                        "decoder.4.bias 1×2",
                        "decoder.6.scale 1×2",
                        "decoder.6.shift 1×2",
                        "decoder.7.weight 3×2",
                        "decoder.7.bias 1×3"),
                tensors(HEAD));
    }

    @Test
    void aHeadWithoutHiddenLayersIsLinear() {
        assertEquals(
                List.of("decoder.0.weight 3×2", "decoder.0.bias 1×3"),
                tensors(with(0, Nonlinearity.SILU, Normalisation.ROW)));
    }

    @Test
    void hiddenValuesCanBeNormalisedOverTheBatchOrNotAtAll() {
        assertEquals(
                List.of(
                        "decoder.0.scale 1×2",
                        "decoder.0.shift 1×2",
                        "decoder.1.weight 2×2",
                        "decoder.1.bias 1×2",
                        "decoder.3.scale 1×2",
                        "decoder.3.shift 1×2",
                        "decoder.4.weight 3×2",
                        "decoder.4.bias 1×3",
                        "decoder.3.mean 1×2",
                        "decoder.3.variance 1×2"),
                tensors(with(1, Nonlinearity.TANH, Normalisation.BATCH)));
        assertEquals(
                List.of(
                        "decoder.0.weight 2×2",
                        "decoder.0.bias 1×2",
                        "decoder.2.weight 3×2",
                        "decoder.2.bias 1×3"),
                tensors(with(1, Nonlinearity.TANH, Normalisation.NONE)));
    }

    @Test
    void theRangesOfNumbersAreChecked() {
        assertEquals(
                "layers must be 0 to 64, not -1",
                assertThrows(
                                InvalidInputException.class,
                                () -> with(-1, Nonlinearity.TANH, Normalisation.ROW))
                        .getMessage());
    }
}
