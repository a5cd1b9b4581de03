package relrep.api.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.run.InvalidInputException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ProblemsTest {
    private static final Matrix TWO = Matrix.of(2, 1, 1, 2);
    private static final Matrix THREE = Matrix.of(3, 1, 1, 2, 3);
    private static final Samples SAMPLES = new Samples(TWO, Shape.vector(1), Optional.empty());

    @Test
    void needsOneLatentVectorASample() {
        String sentence = "there must be one latent vector a sample: 3 latents, 2 samples";
        assertSays(sentence, () -> problem(THREE, Optional.of(TWO), Optional.of(SAMPLES)));
        assertSays(sentence, () -> problem(TWO, Optional.of(THREE), Optional.of(SAMPLES)));
        assertSays(
                "there must be one latent vector a sample: 0 latents, 2 samples",
                () -> problem(TWO, Optional.empty(), Optional.of(SAMPLES)));
        assertEquals(TWO, problem(TWO, Optional.empty(), Optional.empty()).latents());
    }

    private static DecodingProblem problem(
            Matrix latents, Optional<Matrix> validationLatents, Optional<Samples> validation) {
        return new DecodingProblem(
                latents, SAMPLES, validationLatents, validation, Objective.RECONSTRUCT);
    }

    @Test
    void needsAWidth() {
        assertSays("a bottleneck is at least 1 wide, not 0", () -> new Bottleneck.Absolute(0));
        assertEquals(3, new Bottleneck.Absolute(3).width());
        assertSays("a bottleneck is at least 1 wide, not 0", () -> relative(0, TWO, 1));
    }

    @Test
    void needsAnAnchorAndAStep() {
        assertSays(
                "a relative bottleneck needs at least 1 anchor, there is none",
                () -> relative(3, TWO.rows(0, 0), 1));
        assertSays(
                "anchors are embedded again after at least 1 step, not 0",
                () -> relative(3, TWO, 0));
        assertEquals(relative(3, TWO, 1), new Bottleneck.Relative(3, Inputs.of(TWO), null));
        assertEquals(3, relative(3, TWO, 1).width());
    }

    private static Bottleneck.Relative relative(int width, Matrix anchors, int every) {
        return new Bottleneck.Relative(width, Inputs.of(anchors), null, every, false);
    }

    @Test
    void needsPairedRowsAndPositiveNumbers() {
        assertSays(
                "there must be one target an input: 2 inputs, 3 targets",
                () -> new Regression(TWO, THREE, List.of(), 1, 1, 0.1));
        for (double rate : new double[] {0, -1, Double.NaN}) {
            assertSays(
                    "hidden widths, epochs, batch size and learning rate must be positive, not"
                            + " [4], 1, 1, "
                            + rate,
                    () -> new Regression(TWO, TWO, List.of(4), 1, 1, rate));
        }
        assertThrows(
                InvalidInputException.class, () -> new Regression(TWO, TWO, List.of(0), 1, 1, 0.1));
        assertThrows(
                InvalidInputException.class, () -> new Regression(TWO, TWO, List.of(), 0, 1, 0.1));
        assertThrows(
                InvalidInputException.class, () -> new Regression(TWO, TWO, List.of(), 1, 0, 0.1));
    }

    @Test
    void keepsCopiesInTheirOrder() {
        Map<String, Matrix> tensors = new LinkedHashMap<>();
        tensors.put("z", TWO);
        tensors.put("a", THREE);
        NetworkState state = new NetworkState(tensors, Map.of());
        tensors.clear();
        assertEquals(List.of("z", "a"), List.copyOf(state.tensors().keySet()));
        List<Integer> hidden = new ArrayList<>(List.of(4));
        Regression regression = new Regression(TWO, TWO, hidden, 1, 1, 0.1);
        hidden.clear();
        assertEquals(List.of(4), regression.hidden());
    }

    private static void assertSays(String sentence, Runnable action) {
        Exception refused = assertThrows(InvalidInputException.class, action::run);
        assertEquals(sentence, refused.getMessage());
    }
}
