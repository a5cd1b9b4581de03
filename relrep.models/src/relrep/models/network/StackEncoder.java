package relrep.models.network;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Encoder;

/** An encoder that is a trained stack. */
record StackEncoder(StackFunction half) implements Encoder {
    @Override
    public int width() {
        return half.stack().output().size();
    }

    @Override
    public Matrix encode(Inputs inputs) {
        return half.apply(inputs.numbers());
    }
}
