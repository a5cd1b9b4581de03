package relrep.models.architecture;

import relrep.models.layer.Activation;

/** Between which numbers the outputs of a reconstruction lie. */
public enum Output {
    /** 0 to 1, by a sigmoid. */
    SIGMOID(Activation.SIGMOID),
    /** -1 to 1, by a hyperbolic tangent. */
    TANH(Activation.TANH),
    /** 0 and above, by {@code max(0, x)}. */
    RELU(Activation.RELU),
    /** All numbers. */
    LINEAR(Activation.LINEAR);

    private final Activation layer;

    Output(Activation layer) {
        this.layer = layer;
    }

    /** Returns the last layer. */
    Activation layer() {
        return layer;
    }
}
