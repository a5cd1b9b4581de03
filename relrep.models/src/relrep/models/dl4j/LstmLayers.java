package relrep.models.dl4j;

import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

import relrep.api.run.Seed;

/**
 * The DL4J configurations of {@code lstm}.
 *
 * @param options widths and training
 * @param seed of the initial weights
 */
record LstmLayers(Lstm.Options options, Seed seed) {
    /** The number of the layer whose activations are the latents. */
    static final int LATENTS = 3;

    /** Returns an initialised network of texts. */
    MultiLayerNetwork network(int ids, int width, int classes) {
        return begin(
                list().layer(
                                new EmbeddingSequenceLayer.Builder()
                                        .name("embedding")
                                        .nIn(ids)
                                        .nOut(options.embedding())
                                        .inferInputLength(true)
                                        .weightInit(WeightInit.NORMAL)
                                        .build())
                        .layer(
                                new LSTM.Builder()
                                        .name("lstm")
                                        .nIn(options.embedding())
                                        .nOut(options.hidden())
                                        .activation(Activation.TANH)
                                        .build())
                        .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).name("mean").build())
                        .layer(
                                new DenseLayer.Builder()
                                        .name("latents")
                                        .nIn(options.hidden())
                                        .nOut(width)
                                        .activation(Activation.IDENTITY)
                                        .build())
                        .layer(output(width, classes))
                        .build());
    }

    /** Returns an initialised network of the head alone. */
    MultiLayerNetwork head(int width, int classes) {
        return begin(list().layer(output(width, classes)).build());
    }

    private static OutputLayer output(int width, int classes) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .name("classes")
                .nIn(width)
                .nOut(classes)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private NeuralNetConfiguration.ListBuilder list() {
        NeuralNetConfiguration.Builder builder =
                new NeuralNetConfiguration.Builder()
                        .seed(seed.value())
                        .weightInit(WeightInit.XAVIER)
                        .updater(new Adam(options.learningRate()));
        if (options.weightDecay() > 0) {
            builder.l2(options.weightDecay());
        }
        if (options.clipNorm() > 0) {
            builder.gradientNormalization(GradientNormalization.ClipL2PerLayer)
                    .gradientNormalizationThreshold(options.clipNorm());
        }
        return builder.list();
    }

    private MultiLayerNetwork begin(MultiLayerConfiguration configuration) {
        // Each thread has its own random numbers in ND4J.
        Nd4j.getRandom().setSeed(seed.value());
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }
}
