package relrep.models.architecture;

import relrep.api.data.Matrix;
import relrep.api.model.Decoder;

/** A decoder that is an affine map. */
record AffineDecoder(Affine map) implements Decoder {
    @Override
    public int width() {
        return map.weights().rows();
    }

    @Override
    public Matrix decode(Matrix latents) {
        return map.apply(latents, "latents");
    }
}
