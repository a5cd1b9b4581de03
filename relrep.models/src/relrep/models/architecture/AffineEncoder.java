package relrep.models.architecture;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Encoder;

/** An encoder that is an affine map. */
record AffineEncoder(Affine map) implements Encoder {
    @Override
    public int width() {
        return map.weights().cols();
    }

    @Override
    public Matrix encode(Inputs inputs) {
        return map.apply(inputs.numbers(), "samples");
    }
}
