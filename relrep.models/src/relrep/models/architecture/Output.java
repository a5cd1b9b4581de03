package relrep.models.architecture;

import relrep.api.model.OutputRange;
import relrep.models.layer.Activation;

/** The ranges of the outputs of a reconstruction. */
public enum Output {
    /** 0 to 1, by a sigmoid. */
    SIGMOID(Activation.SIGMOID, 0, 1),
    /** -1 to 1, by a hyperbolic tangent. */
    TANH(Activation.TANH, -1, 1),
    /** 0 and above, by {@code max(0, x)}. */
    RELU(Activation.RELU, 0, Double.POSITIVE_INFINITY),
    /** All numbers. */
    LINEAR(Activation.LINEAR, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final Activation layer;

    @SuppressWarnings("ImmutableEnumChecker") // a record of two numbers
    private final OutputRange range;

    Output(Activation layer, double low, double high) {
        this.layer = layer;
        range = new OutputRange(low, high);
    }

    /** Returns the range. */
    OutputRange range() {
        return range;
    }

    /** Returns the last layer. */
    Activation layer() {
        return layer;
    }
}
