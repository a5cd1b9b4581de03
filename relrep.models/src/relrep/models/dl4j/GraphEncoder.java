package relrep.models.dl4j;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.data.Numbers;
import relrep.api.data.Shape;
import relrep.api.model.Encoder;

/**
 * The encoder of a graph that was trained here.
 *
 * @param latents where they are taken
 * @param network the graph
 * @param shape of a sample, for vectors that come without one
 */
record GraphEncoder(LayerLatents latents, NetworkFunction network, Shape shape) implements Encoder {
    @Override
    public int width() {
        return latents.width();
    }

    @Override
    public Matrix encode(Inputs inputs) {
        Matrix values = inputs.numbers();
        Inputs shaped = values.cols() == shape.size() ? new Numbers(values, shape) : inputs;
        return latents.encode(shaped, network);
    }
}
