package relrep.models.dl4j;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

import relrep.api.data.Matrix;
import relrep.api.model.Decoder;
import relrep.api.run.InvalidInputException;
import relrep.nd4j.Bridge;

/**
 * The output layer of a DL4J network before its softmax: one score for each class.
 *
 * @param weights {@code d × classes}
 * @param bias {@code 1 × classes}
 */
record OutputDecoder(INDArray weights, INDArray bias) implements Decoder {
    /** Returns the last layer of a network. */
    static OutputDecoder of(MultiLayerNetwork network) {
        return of(network.getLayer(network.getnLayers() - 1));
    }

    /** Returns an output layer. */
    static OutputDecoder of(Layer layer) {
        return new OutputDecoder(
                layer.getParam("W").dup('c'), layer.getParam("b").dup('c').reshape(1, -1));
    }

    @Override
    public int width() {
        return (int) weights.size(0);
    }

    @Override
    public Matrix decode(Matrix latents) {
        if (latents.cols() != width()) {
            throw new InvalidInputException(
                    "latents must be %d wide, and are %d".formatted(width(), latents.cols()));
        }
        if (latents.rows() == 0) {
            return Matrix.of(0, (int) weights.size(1));
        }
        INDArray scores = Bridge.array(latents).mmul(weights);
        return Bridge.matrix(scores.addRowVector(bias).dup('c'));
    }
}
