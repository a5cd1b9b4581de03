package relrep.models.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.data.Numbers;
import relrep.api.data.Shape;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.DynamicChecks;
import relrep.api.tck.Setting;
import relrep.files.Checksum;
import relrep.nd4j.Nd4jEngine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Tests encoders by networks that DL4J saved. */
final class Dl4jEncoderTest {
    private static final Nd4jEngine ENGINE = Nd4jEngine.start();
    private static final float SAME = 0;
    private static final Shape PICTURE = new Shape(2, 4, 5);

    /** What the kit's samples have. */
    private static final int KIT_VECTORS = 64;

    @TempDir private static Path folder;

    private static Dl4jEncoder encoder(Path file, String layer, int width) {
        return new Dl4jEncoder(ENGINE).with(new LayerOptions(file.toString(), layer, width));
    }

    private static Dl4jEncoder ready(Path file, String layer) {
        Dl4jEncoder encoder = encoder(file, layer, 0);
        encoder.prepare(Setting.standard().places(), Run.quiet(Seed.of(1)));
        return encoder;
    }

    private static Path file(String name) {
        return folder.resolve(name + ".zip");
    }

    private static Inputs samples(int n, Shape shape) {
        RandomGenerator random = Seed.of(3).random();
        float[] values = new float[n * shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Numbers(Matrix.of(n, shape.size(), values), shape);
    }

    private static void same(INDArray expected, Matrix found) {
        INDArray rows = expected.dup('c').reshape('c', expected.size(0), -1);
        assertEquals(rows.size(1), found.cols());
        assertArrayEquals(rows.data().asFloat(), found.toArray(), SAME);
    }

    @TestFactory
    Stream<DynamicTest> encodersKeepTheirContract() throws IOException {
        return Stream.of(
                        encoder(
                                SmallNetworks.saved(
                                        SmallNetworks.vectors(KIT_VECTORS), file("kit")),
                                "",
                                0),
                        encoder(
                                SmallNetworks.saved(
                                        SmallNetworks.graph(KIT_VECTORS), file("kit-graph")),
                                "sum",
                                0),
                        new Dl4jEncoder(ENGINE))
                .flatMap(DynamicChecks::of);
    }

    @Test
    void latentsAreWhatTheOutputLayerTakes() throws IOException {
        MultiLayerNetwork network = SmallNetworks.vectors(4);
        Inputs samples = samples(70, Shape.vector(4));
        Dl4jEncoder encoder = ready(SmallNetworks.saved(network, file("vectors")), "");
        assertEquals(5, encoder.width());
        INDArray all = Nd4j.create(samples.numbers().toArray(), new long[] {70, 4}, 'c');
        // The network's dropout does not act at inference.
        INDArray hidden = network.feedForwardToLayer(0, all, false).get(1);
        same(hidden, encoder.encode(samples));
        INDArray byHand =
                org.nd4j.linalg.ops.transforms.Transforms.tanh(
                        all.mmul(network.getLayer(0).getParam("W"))
                                .addRowVector(network.getLayer(0).getParam("b")));
        assertArrayEquals(
                byHand.dup('c').data().asFloat(), encoder.encode(samples).toArray(), 1e-6f);
    }

    @Test
    void aNamedLayerGivesItsActivations() throws IOException {
        MultiLayerNetwork network = SmallNetworks.vectors(4);
        Inputs samples = samples(3, Shape.vector(4));
        Dl4jEncoder encoder = ready(SmallNetworks.saved(network, file("named")), "classes");
        assertEquals(2, encoder.width());
        INDArray all = Nd4j.create(samples.numbers().toArray(), new long[] {3, 4}, 'c');
        same(network.output(all), encoder.encode(samples));
    }

    @Test
    void picturesComeWithTheirShape() throws IOException {
        MultiLayerNetwork network = SmallNetworks.pictures();
        Path file = SmallNetworks.saved(network, file("pictures"));
        Inputs samples = samples(3, PICTURE);
        INDArray all = Nd4j.create(samples.numbers().toArray(), new long[] {3, 2, 4, 5}, 'c');
        Dl4jEncoder head = ready(file, "");
        assertEquals(18, head.width());
        same(network.feedForwardToLayer(1, all, false).get(2), head.encode(samples));

        Dl4jEncoder maps = encoder(file, "maps", 18);
        maps.prepare(Setting.standard().places(), Run.quiet(Seed.of(1)));
        same(network.feedForwardToLayer(0, all, false).get(1), maps.encode(samples));
        assertEquals(
                "samples must be pictures of channels × height × width = 2 × any × any for "
                        + file
                        + ", and have the shape 1×1×40",
                refusal(() -> head.encode(samples(2, Shape.vector(40)))));
        assertEquals(
                "width must be 12 for the layer maps of " + file + " and these samples, not 18",
                refusal(() -> maps.encode(samples(2, new Shape(2, 4, 4)))));
        assertEquals(
                "width must be given for the layer maps of "
                        + file
                        + ", which depends on the pictures' size",
                refusal(() -> encoder(file, "maps", 0).width()));
    }

    @Test
    void flatPicturesHaveAKnownWidth() throws IOException {
        MultiLayerNetwork network = SmallNetworks.flatPictures();
        Path file = SmallNetworks.saved(network, file("flat"));
        Dl4jEncoder encoder = ready(file, "maps");
        assertEquals(18, encoder.width());
        Inputs samples = samples(3, PICTURE);
        INDArray all = Nd4j.create(samples.numbers().toArray(), new long[] {3, 40}, 'c');
        same(network.feedForwardToLayer(0, all, false).get(1), encoder.encode(samples));
        assertEquals(encoder.encode(samples), encoder.encode(Inputs.of(samples.numbers())));
        assertEquals(
                "width must be 18 for the layer maps of " + file + ", or 0, not 7",
                refusal(() -> encoder(file, "maps", 7).width()));
    }

    @Test
    void graphsHaveVertices() throws IOException {
        ComputationGraph network = SmallNetworks.graph(4);
        Path file = SmallNetworks.saved(network, file("graph"));
        Inputs samples = samples(3, Shape.vector(4));
        INDArray all = Nd4j.create(samples.numbers().toArray(), new long[] {3, 4}, 'c');
        Map<String, INDArray> activations = network.feedForward(all, false);
        for (String layer : new String[] {"left", "sum", "classes"}) {
            Dl4jEncoder encoder = ready(file, layer);
            same(activations.get(layer), encoder.encode(samples));
            assertEquals(activations.get(layer).size(1), encoder.width());
        }
        same(activations.get("sum"), ready(file, "").encode(samples));
    }

    @Test
    void theFileDecidesTheLatents() throws IOException {
        Path file = SmallNetworks.saved(SmallNetworks.vectors(4), file("sum"));
        assertEquals(Map.of("sum.zip", Checksum.of(file)), encoder(file, "", 0).checksums());
    }

    @Test
    void badFilesAreRefused() throws IOException {
        assertEquals(
                "model must be a file of DL4J's, and none is given: dl4j(model=FILE)",
                refusal(() -> new Dl4jEncoder(ENGINE).width()));
        Path missing = file("missing");
        assertEquals(
                missing + " must be readable, but is not: there is no such file",
                refusal(() -> encoder(missing, "", 0).width()));
        Path text = Files.writeString(file("text"), "not a network");
        assertTrue(
                refusal(() -> encoder(text, "", 0).width())
                        .startsWith(
                                text
                                        + " must be a network that DL4J's ModelSerializer wrote,"
                                        + " but is not: "));
        Path network = SmallNetworks.saved(SmallNetworks.vectors(4), file("good"));
        assertEquals(
                "layer must be one of "
                        + network
                        + ", which has hidden, noise, classes, and not 'hiden'",
                refusal(() -> encoder(network, "hiden", 0).width()));
        assertEquals(
                "samples must be vectors of 4 numbers for "
                        + network
                        + ", and have the shape 1×1×5",
                refusal(() -> ready(network, "").encode(samples(2, Shape.vector(5)))));
        Path sequences = SmallNetworks.saved(SmallNetworks.sequences(), file("lstm"));
        assertEquals(
                sequences
                        + " must take pictures or vectors, and its layer memory (LSTM) takes"
                        + " neither",
                refusal(() -> encoder(sequences, "", 0).width()));
        Path two = SmallNetworks.saved(SmallNetworks.twoInputs(), file("two"));
        assertEquals(
                two + " must take 1 input, and takes 2: in, more",
                refusal(() -> encoder(two, "", 0).width()));
    }

    /** Weights that end early are found when they are loaded. */
    @Test
    void damagedWeightsAreRefused() throws IOException {
        Path good = SmallNetworks.saved(SmallNetworks.vectors(4), file("whole"));
        Path cut = file("cut");
        try (ZipFile from = new ZipFile(good.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(cut))) {
            for (String name : new String[] {"configuration.json", "coefficients.bin"}) {
                byte[] bytes = from.getInputStream(from.getEntry(name)).readAllBytes();
                to.putNextEntry(new ZipEntry(name));
                to.write(bytes, 0, name.endsWith("bin") ? bytes.length / 2 : bytes.length);
            }
        }
        Dl4jEncoder encoder = encoder(cut, "", 0);
        assertEquals(5, encoder.width());
        String said =
                refusal(() -> encoder.prepare(Setting.standard().places(), Run.quiet(Seed.of(1))));
        assertTrue(
                said.startsWith(cut + " must be a network that DL4J's ModelSerializer wrote"),
                said);
    }

    private static String refusal(Executable work) {
        return assertThrows(InvalidInputException.class, work).getMessage();
    }
}
