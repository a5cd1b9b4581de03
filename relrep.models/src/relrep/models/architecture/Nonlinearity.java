package relrep.models.architecture;

import relrep.models.layer.Activation;
import relrep.models.layer.Gelu;
import relrep.models.layer.Layer;
import relrep.models.layer.Silu;
import relrep.models.layer.Stack;

import java.util.List;

/** The nonlinearities between layers. */
public enum Nonlinearity {
    /** {@code max(0, x)}. */
    RELU(Activation.RELU),
    /** The hyperbolic tangent. */
    TANH(Activation.TANH),
    /** {@code x Φ(x)}, where Φ is the normal distribution function. */
    GELU(new Gelu()),
    /** {@code x / (1 + e⁻ˣ)}. */
    SILU(new Silu()),
    /** {@code 1 / (1 + e⁻ˣ)}. */
    SIGMOID(Activation.SIGMOID),
    /** The identity. */
    LINEAR(Activation.LINEAR);

    @SuppressWarnings("ImmutableEnumChecker") // layers hold no numbers of their own
    private final Layer layer;

    Nonlinearity(Layer layer) {
        this.layer = layer;
    }

    /** Returns a stack with this nonlinearity on its outputs. */
    Stack of(Stack stack) {
        return this == LINEAR ? stack : stack.then(new Stack(stack.output(), List.of(layer)));
    }

    /** Returns it as a layer. */
    public Layer layer() {
        return layer;
    }
}
