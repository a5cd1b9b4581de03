package relrep.models.dl4j;

import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

import java.util.List;
import java.util.Optional;

/**
 * A layer of a DL4J network, or a vertex without a layer.
 *
 * @param name its name
 * @param layer its configuration, where it is a layer
 * @param before what changes the form of its input
 * @param inputs the names of what it takes
 */
record NetworkNode(
        String name,
        Optional<Layer> layer,
        Optional<InputPreProcessor> before,
        List<String> inputs) {
    /** Looks into frozen layers. */
    NetworkNode {
        layer = layer.map(own -> own instanceof FrozenLayer frozen ? frozen.getLayer() : own);
    }

    /** Returns whether it makes scores of classes or a loss, not latents. */
    boolean isOutput() {
        return layer.filter(
                        own ->
                                own instanceof BaseOutputLayer
                                        || own instanceof LossLayer
                                        || (own instanceof BaseLayer base
                                                && base.getActivationFn()
                                                        instanceof ActivationSoftmax))
                .isPresent();
    }

    /** Returns whether it has weights that turn one width into another. */
    boolean isWeighted() {
        return layer.filter(FeedForwardLayer.class::isInstance)
                .filter(own -> !(own instanceof LossLayer))
                .isPresent();
    }
}
