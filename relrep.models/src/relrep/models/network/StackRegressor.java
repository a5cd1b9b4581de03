package relrep.models.network;

import relrep.api.data.Matrix;
import relrep.api.model.Epoch;
import relrep.api.model.Regressor;

import java.util.List;

/** A stack trained from inputs to targets. */
record StackRegressor(Half half, List<Epoch> history) implements Regressor {
    @Override
    public Matrix predict(Matrix inputs) {
        return half.apply(inputs);
    }
}
