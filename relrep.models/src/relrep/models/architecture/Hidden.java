package relrep.models.architecture;

import relrep.models.layer.BatchNorm;
import relrep.models.layer.Dropout;
import relrep.models.layer.Layer;

import java.util.List;

/**
 * The steps after each hidden layer: batch normalisation, the nonlinearity, dropout.
 *
 * @param batchNorm whether there is batch normalisation
 * @param activation the nonlinearity
 * @param dropout the probability of dropout; 0 for none
 */
record Hidden(boolean batchNorm, Nonlinearity activation, double dropout) {
    /** Adds a layer and the steps after it. */
    void add(Layer layer, List<Layer> to) {
        to.add(layer);
        if (batchNorm) {
            to.add(new BatchNorm());
        }
        to.add(activation.layer());
        if (dropout > 0) {
            to.add(new Dropout(dropout));
        }
    }
}
