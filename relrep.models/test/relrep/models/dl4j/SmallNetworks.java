package relrep.models.dl4j;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

import java.io.IOException;
import java.nio.file.Path;

/** Small networks that DL4J initialises, and saves as its users do. */
final class SmallNetworks {
    private SmallNetworks() {}

    /** Vectors of 4, 5 hidden and 2 classes. */
    static MultiLayerNetwork vectors(int inputs) {
        return row(
                list().layer(dense(inputs, 5).dropOut(0.5).name("hidden").build())
                        .layer(new DropoutLayer.Builder(0.5).name("noise").build())
                        .layer(output(5, 2).name("classes").build())
                        .build());
    }

    /** Pictures of 2 × H × W, a convolution 3 × 3, and 3 classes of 2 × 4 × 5. */
    static MultiLayerNetwork pictures() {
        return row(
                list().layer(convolution(2, 3).name("maps").build())
                        .layer(new BatchNormalization.Builder().name("norm").build())
                        .layer(output(18, 3).name("classes").build())
                        .setInputType(InputType.convolutional(4, 5, 2))
                        .build());
    }

    /** The same, of pictures that come as vectors of 40. */
    static MultiLayerNetwork flatPictures() {
        return row(
                list().layer(convolution(2, 3).name("maps").build())
                        .layer(output(18, 3).name("classes").build())
                        .setInputType(InputType.convolutionalFlat(4, 5, 2))
                        .build());
    }

    /** A sequence of vectors of 3. */
    static MultiLayerNetwork sequences() {
        return row(
                list().layer(new LSTM.Builder().nIn(3).nOut(4).name("memory").build())
                        .layer(new GlobalPoolingLayer.Builder().build())
                        .layer(output(4, 2).build())
                        .build());
    }

    /** Vectors, two branches that are added, and 2 classes. */
    static ComputationGraph graph(int inputs) {
        ComputationGraphConfiguration configuration =
                new NeuralNetConfiguration.Builder()
                        .seed(7)
                        .graphBuilder()
                        .addInputs("in")
                        .addLayer("left", dense(inputs, 6).build(), "in")
                        .addLayer("right", dense(inputs, 6).build(), "in")
                        .addVertex(
                                "sum",
                                new ElementWiseVertex(ElementWiseVertex.Op.Add),
                                "left",
                                "right")
                        .addLayer("classes", output(6, 2).build(), "sum")
                        .setOutputs("classes")
                        .build();
        ComputationGraph network = new ComputationGraph(configuration);
        network.init();
        return network;
    }

    /** Two inputs. */
    static ComputationGraph twoInputs() {
        ComputationGraphConfiguration configuration =
                new NeuralNetConfiguration.Builder()
                        .graphBuilder()
                        .addInputs("in", "more")
                        .addLayer("left", dense(2, 3).build(), "in")
                        .addLayer("right", dense(2, 3).build(), "more")
                        .addVertex(
                                "sum",
                                new ElementWiseVertex(ElementWiseVertex.Op.Add),
                                "left",
                                "right")
                        .addLayer("classes", output(3, 2).build(), "sum")
                        .setOutputs("classes")
                        .build();
        ComputationGraph network = new ComputationGraph(configuration);
        network.init();
        return network;
    }

    static Path saved(org.deeplearning4j.nn.api.Model network, Path file) throws IOException {
        ModelSerializer.writeModel(network, file.toFile(), true);
        return file;
    }

    private static NeuralNetConfiguration.ListBuilder list() {
        return new NeuralNetConfiguration.Builder().seed(7).list();
    }

    private static MultiLayerNetwork row(MultiLayerConfiguration configuration) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }

    private static DenseLayer.Builder dense(int from, int to) {
        return new DenseLayer.Builder().nIn(from).nOut(to).activation(Activation.TANH);
    }

    private static ConvolutionLayer.Builder convolution(int from, int to) {
        return new ConvolutionLayer.Builder(3, 3).nIn(from).nOut(to).activation(Activation.TANH);
    }

    private static OutputLayer.Builder output(int from, int to) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(from)
                .nOut(to)
                .activation(Activation.SOFTMAX);
    }
}
