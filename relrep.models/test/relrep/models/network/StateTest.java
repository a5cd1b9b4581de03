package relrep.models.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.data.Shape;
import relrep.api.model.Epoch;
import relrep.api.model.NetworkState;
import relrep.api.run.InvalidInputException;
import relrep.models.architecture.Dense;
import relrep.models.layer.Stack;
import relrep.models.layer.Volume;
import relrep.models.training.Weights;
import relrep.nd4j.Nd4jEngine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Tests networks as plain values. */
class StateTest {
    private static final Dense DENSE = new Dense(Nd4jEngine.start());

    private enum Colour {
        RED,
        GREEN
    }

    private record Mixed(
            int whole,
            double real,
            boolean flag,
            String word,
            Colour colour,
            List<Integer> wholes,
            List<Double> reals,
            List<Integer> none) {}

    private static final Mixed MIXED =
            new Mixed(
                    -3,
                    1e-7,
                    true,
                    "a b",
                    Colour.GREEN,
                    List.of(1, 2),
                    List.of(.1, 2.5),
                    List.of());

    @Test
    void optionsAreReadAsTheyWereWritten() {
        assertEquals(MIXED, new Attributes(Attributes.of(MIXED)).options(Mixed.class));
    }

    @Test
    void attributesThatCannotBeAreNamed() {
        Map<String, String> values = new LinkedHashMap<>(Attributes.of(MIXED));
        values.put("option.whole", "three");
        values.put("shape", "1×28");
        values.remove("option.word");
        Attributes attributes = new Attributes(values);
        assertMessage(
                "the attribute 'shape' of a network's state cannot be '1×28'",
                () -> attributes.shape("shape"));
        assertMessage(
                "the attribute 'option.whole' of a network's state cannot be 'three'",
                () -> attributes.options(Mixed.class));
        assertMessage(
                "the network's state must have an attribute 'width'; there are option.whole,"
                        + " option.real, option.flag, option.colour, option.wholes, option.reals,"
                        + " option.none, shape",
                () -> attributes.number("width"));
    }

    @Test
    void shapesAreReadAsTheyAreWritten() {
        Shape shape = new Shape(3, 32, 30);
        assertEquals(shape, new Attributes(Map.of("s", shape.toString())).shape("s"));
    }

    @Test
    void historyIsExact() {
        List<Epoch> history =
                List.of(
                        new Epoch(1, 1 / 3.0, OptionalDouble.of(1e-300)),
                        new Epoch(2, Math.PI, OptionalDouble.empty()));
        assertEquals(history, History.read(History.write(history)));
        assertEquals(List.of(), History.read(History.write(List.of())));
    }

    @Test
    void aMissingTensorIsNamed() {
        Stack stack = new Stack(Volume.flat(2), List.of(new relrep.models.layer.DenseLayer(3)));
        Weights weights = new Weights(new float[9], new float[0]);
        Map<String, Matrix> tensors = Tensors.of("encoder", stack, weights);
        assertEquals(List.of("encoder.0.weight", "encoder.0.bias"), List.copyOf(tensors.keySet()));
        tensors.put("encoder.0.weight", Matrix.of(1, 2, 1, 2));
        assertMessage(
                "the network's state must have a tensor 'encoder.0.weight' of 3 × 2, not 1 × 2"
                        + " matrix",
                () -> Tensors.weights("encoder", stack, tensors));
        tensors.remove("encoder.0.weight");
        assertMessage(
                "the network's state must have a tensor 'encoder.0.weight' of 3 × 2, not none",
                () -> Tensors.weights("encoder", stack, tensors));
    }

    @Test
    void aStateOfNothingIsRefused() {
        NetworkState nothing = new NetworkState(Map.of(), Map.of());
        assertMessage(
                "the network's state must have an attribute 'objective'; there are ",
                () -> DENSE.restore(nothing));
    }

    private static void assertMessage(String message, Runnable refused) {
        InvalidInputException thrown = assertThrows(InvalidInputException.class, refused::run);
        assertEquals(message, thrown.getMessage());
    }
}
