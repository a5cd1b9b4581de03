package relrep.models.network;

import relrep.api.data.Matrix;
import relrep.api.model.Decoder;

/** A decoder that is a trained stack. */
record StackDecoder(StackFunction half) implements Decoder {
    @Override
    public int width() {
        return half.stack().input().size();
    }

    @Override
    public Matrix decode(Matrix latents) {
        return half.apply(latents);
    }
}
