package relrep.models.architecture;

import relrep.models.layer.Activation;

/** What stands between layers. */
public enum Nonlinearity {
    /** {@code max(0, x)}. */
    RELU(Activation.RELU),
    /** The hyperbolic tangent. */
    TANH(Activation.TANH);

    private final Activation layer;

    Nonlinearity(Activation layer) {
        this.layer = layer;
    }

    /** Returns it as a layer. */
    Activation layer() {
        return layer;
    }
}
