package relrep.models.dl4j;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SpaceToDepthLayer;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;

import relrep.api.run.InvalidInputException;
import relrep.models.dl4j.SampleForm.Pictures;
import relrep.models.dl4j.SampleForm.Vectors;

/** Finds the form of a network's samples in the first of its layers that determines it. */
final class FirstLayer {
    private static final int SIDE = 256;

    private FirstLayer() {}

    /**
     * Returns the form.
     *
     * @throws InvalidInputException when the network takes sequences, volumes or other things
     */
    static SampleForm form(NetworkPlan plan) {
        boolean regrouped = false;
        String taken = plan.input();
        while (true) {
            NetworkNode node = taking(plan, taken);
            Layer layer = node.layer().orElseThrow(() -> refused(plan, node.name()));
            if (node.before().orElse(null) instanceof FeedForwardToCnnPreProcessor flat) {
                return new Vectors(
                        flat.getNumChannels() * flat.getInputHeight() * flat.getInputWidth());
            }
            long own = layer instanceof FeedForwardLayer weighted ? weighted.getNIn() : 1;
            boolean vectors = takes(layer, InputType.feedForward(own));
            boolean pictures = takes(layer, InputType.convolutional(SIDE, SIDE, own));
            if (layer instanceof EmbeddingSequenceLayer || !(vectors || pictures)) {
                throw refused(plan, node.name() + " (" + layer.getClass().getSimpleName() + ")");
            }
            if (layer instanceof ConvolutionLayer convolution) {
                return new Pictures(
                        regrouped ? 0 : own,
                        0,
                        0,
                        convolution.getCnn2dDataFormat() == CNN2DFormat.NHWC);
            }
            if (!pictures) {
                return new Vectors(layer instanceof EmbeddingLayer ? 1 : own);
            }
            regrouped |= layer instanceof SpaceToDepthLayer;
            taken = node.name();
        }
    }

    private static boolean takes(Layer layer, InputType type) {
        try {
            return layer.getOutputType(0, type) != null;
        } catch (RuntimeException other) {
            // DL4J's way to say that a layer takes something else.
            return false;
        }
    }

    private static NetworkNode taking(NetworkPlan plan, String name) {
        return plan.nodes().values().stream()
                .filter(node -> node.inputs().contains(name))
                .findFirst()
                .orElseThrow(() -> refused(plan, name));
    }

    private static InvalidInputException refused(NetworkPlan plan, String layer) {
        return new InvalidInputException(
                "%s must take pictures or vectors, and its layer %s takes neither"
                        .formatted(plan.model(), layer));
    }
}
