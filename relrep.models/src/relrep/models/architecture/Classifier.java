package relrep.models.architecture;

import relrep.models.layer.DenseLayer;
import relrep.models.layer.Layer;
import relrep.models.layer.Reshape;
import relrep.models.layer.Stack;
import relrep.models.layer.Volume;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds the decoder for classification: the layers that follow a hidden layer, and one linear
 * layer.
 */
final class Classifier {
    private Classifier() {}

    static Stack of(Hidden between, int width, int classes) {
        List<Layer> layers = new ArrayList<>();
        between.add(new Reshape(Volume.flat(width)), layers);
        layers.add(new DenseLayer(classes));
        return new Stack(Volume.flat(width), layers);
    }
}
