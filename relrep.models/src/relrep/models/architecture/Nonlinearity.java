package relrep.models.architecture;

import relrep.models.layer.Activation;
import relrep.models.layer.Gelu;
import relrep.models.layer.Layer;

/** What stands between layers. */
public enum Nonlinearity {
    /** {@code max(0, x)}. */
    RELU(Activation.RELU),
    /** The hyperbolic tangent. */
    TANH(Activation.TANH),
    /** x times the normal distribution function of x. */
    GELU(new Gelu());

    private final Layer layer;

    Nonlinearity(Layer layer) {
        this.layer = layer;
    }

    /** Returns it as a layer. */
    Layer layer() {
        return layer;
    }
}
