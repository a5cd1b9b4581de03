package relrep.models.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.model.Architecture;
import relrep.api.model.Bottleneck;
import relrep.api.model.Network;
import relrep.api.model.Objective;
import relrep.api.model.TrainingProblem;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.models.layer.Stack;
import relrep.models.layer.Volume;
import relrep.nd4j.Nd4jEngine;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Tests layers, sizes and refusals of the architectures. */
class LayoutTest {
    private static final Nd4jEngine ENGINE = Nd4jEngine.start();
    private static final Conv CONV = new Conv(ENGINE);
    private static final Dense DENSE = new Dense(ENGINE);

    private static Conv conv(List<Integer> channels, int epochs) {
        Conv.Options o = CONV.options();
        return CONV.with(
                new Conv.Options(
                        o.layout(),
                        channels,
                        o.activation(),
                        o.latent(),
                        o.output(),
                        o.batchNorm(),
                        o.dropout(),
                        new TrainingOptions(epochs, 8, o.training().learningRate(), 0, 0)));
    }

    private static Samples noise(Shape shape, int n) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[n * shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        return new Samples(
                Matrix.of(n, shape.size(), values), shape, Optional.of(Labels.of(new int[n])));
    }

    private static Network train(Architecture architecture, Samples samples, Objective objective) {
        return architecture.train(
                new TrainingProblem(
                        samples, Optional.empty(), objective, new Bottleneck.Absolute(3)),
                Run.quiet(Seed.of(1)));
    }

    /** 784 · 128 + 128 + 128 · 32 + 32 + 32 · 2 + 2, and the same way up. */
    @Test
    void denseHasTheWidthsOfItsOptions() {
        DenseBlueprint blueprint = new DenseBlueprint(DENSE.options());
        Stack encoder = blueprint.encoder(new Shape(1, 28, 28), 2);
        assertEquals(104_674, Stack.size(encoder.parameters()));
        Stack decoder = blueprint.decoder(2, new Shape(1, 28, 28));
        assertEquals(105_456, Stack.size(decoder.parameters()));
        assertEquals(Volume.flat(784), decoder.output());
    }

    /** 320 + 64 + 18496 + 128 + 3136 · 48 + 48, and 3136 · 49 + 32800 + 64 + 513. */
    @Test
    void convHalvesPicturesTwice() {
        ConvBlueprint blueprint = new ConvBlueprint(CONV.options());
        Stack encoder = blueprint.encoder(new Shape(1, 28, 28), 48);
        assertEquals(169_584, Stack.size(encoder.parameters()));
        Stack decoder = blueprint.decoder(48, new Shape(1, 28, 28));
        assertEquals(187_041, Stack.size(decoder.parameters()));
        assertEquals(new Volume(28, 28, 1), decoder.output());
    }

    /**
     * Moschella et al.: four convolutions with batch normalisation, 256 · 2 · 2 = 1024 values, and
     * up again with a last 3 × 3. Encoder 320 + 64 + 18496 + 128 + 73856 + 256 + 295168 + 512 and
     * 1025 · 500; decoder 501 · 1024, then 256 → 128 by 4 × 4 (2 to 4), 128 → 64 by 3 × 3 (4 to 7),
     * 64 → 32 and 32 → 32 by 3 × 3 and 4 × 4 (7 to 14 to 28: 4 × 4 both), each with 2 · channels of
     * batch normalisation, and 289.
     */
    @Test
    void theOfficialLayoutIsThatOfThePublishedCode() {
        Conv official = CONV.with(layout(ConvLayout.OFFICIAL, List.of(32, 64), 1));
        assertEquals(List.of(32, 64, 128, 256), official.options().channels());
        assertEquals(Nonlinearity.GELU, official.options().activation());
        assertEquals(Nonlinearity.GELU, official.options().latent());
        ConvBlueprint blueprint = new ConvBlueprint(official.options());
        Stack encoder = blueprint.encoder(new Shape(1, 28, 28), 500);
        assertEquals(388_800 + 1025 * 500, Stack.size(encoder.parameters()));
        Stack decoder = blueprint.decoder(500, new Shape(1, 28, 28));
        int up =
                (256 * 16 + 1) * 128
                        + (128 * 9 + 1) * 64
                        + (64 * 16 + 1) * 32
                        + (32 * 16 + 1) * 32
                        + 2 * (128 + 64 + 32 + 32);
        assertEquals(501 * 1024 + up + 289, Stack.size(decoder.parameters()));
        assertEquals(new Volume(28, 28, 1), decoder.output());
        Shape colour = new Shape(3, 32, 32);
        assertEquals(new Volume(1, 1, 500), blueprint.encoder(colour, 500).output());
        assertEquals(new Volume(32, 32, 3), blueprint.decoder(500, colour).output());
    }

    @Test
    void theOfficialLayoutTrainsOnGreyAndOnColour() {
        Conv small = CONV.with(layout(ConvLayout.OFFICIAL, List.of(4, 8), 12));
        for (Shape shape : List.of(new Shape(1, 8, 8), new Shape(3, 8, 8))) {
            Samples samples = noise(shape, 24);
            Network network = train(small, samples, Objective.RECONSTRUCT);
            Matrix latents = network.encoder().encode(samples.inputs());
            for (float value : latents.toArray()) {
                assertTrue(value > -0.18, "GELU is never below -0.17, this is " + value);
            }
            assertEquals(shape.size(), network.decoder().decode(latents).cols());
            double first = network.history().get(0).trainLoss();
            double last = network.history().get(11).trainLoss();
            assertTrue(last < first, first + " then " + last);
        }
    }

    private static Conv.Options layout(ConvLayout layout, List<Integer> channels, int epochs) {
        Conv.Options o = conv(channels, epochs).options();
        return new Conv.Options(
                layout,
                o.channels(),
                o.activation(),
                o.latent(),
                o.output(),
                o.batchNorm(),
                o.dropout(),
                o.training());
    }

    private static Dense.Options dense(DenseLayout layout, List<Integer> hidden) {
        Dense.Options o = DENSE.options();
        return new Dense.Options(
                layout,
                hidden,
                o.activation(),
                o.latent(),
                o.output(),
                o.batchNorm(),
                o.dropout(),
                new TrainingOptions(
                        2, o.training().batchSize(), o.training().learningRate(), 0, 0));
    }

    @Test
    void denseHasTheLayoutsOfLancione() {
        Dense.Options code = dense(DenseLayout.LANCIONE_CODE, List.of(128, 32));
        assertEquals(List.of(128, 32), code.hidden());
        assertEquals(Nonlinearity.TANH, code.latent());
        assertEquals(
                DENSE.options().hidden(), dense(DenseLayout.LANCIONE, List.of(128, 32)).hidden());
        assertEquals(
                List.of(512, 256, 128, 64, 32, 16),
                dense(DenseLayout.DEEPER, List.of(128, 32)).hidden());
        assertEquals(List.of(9), dense(DenseLayout.DEEPER, List.of(9)).hidden());
        Samples samples = noise(new Shape(1, 8, 8), 24);
        Network network = train(DENSE.with(code), samples, Objective.RECONSTRUCT);
        for (float value : network.encoder().encode(samples.inputs()).toArray()) {
            assertTrue(Math.abs(value) <= 1, "tanh is within ±1, this is " + value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 8, 8, 4+4",
        "1, 28, 28, 4+4+4",
        "3, 32, 32, 4+4+4",
        "3, 7, 5, 4",
        "1, 9, 9, 4+9"
    })
    void convGivesBackTheShapeThatItGot(int channels, int height, int width, String list) {
        Shape shape = new Shape(channels, height, width);
        Samples samples = noise(shape, 9);
        List<Integer> layers = List.of(list.split("\\+")).stream().map(Integer::valueOf).toList();
        Network network = train(conv(layers, 1), samples, Objective.RECONSTRUCT);
        Matrix latents = network.encoder().encode(samples.inputs());
        Matrix outputs = network.decoder().decode(latents);
        assertEquals(3, latents.cols());
        assertEquals(shape.size(), outputs.cols());
    }

    /** Red, green and blue must come back where they were: one colour, learnt in a few steps. */
    @Test
    void colourComesBackInItsOwnPlane() {
        Shape shape = new Shape(3, 8, 8);
        float[] values = new float[32 * shape.size()];
        for (int i = 0; i < values.length; i++) {
            int plane = i % shape.size() / 64;
            values[i] = plane == 0 ? 0.9f : plane == 1 ? 0.5f : 0.1f;
        }
        Samples samples = new Samples(Matrix.of(32, shape.size(), values), shape, Optional.empty());
        Network network = train(conv(List.of(8, 8), 60), samples, Objective.RECONSTRUCT);
        Matrix outputs = network.decoder().decode(network.encoder().encode(samples.inputs()));
        for (int plane = 0; plane < 3; plane++) {
            double sum = 0;
            for (int p = 0; p < 64; p++) {
                sum += outputs.get(0, plane * 64 + p);
            }
            assertEquals(0.9 - 0.4 * plane, sum / 64, 0.1, "plane " + plane);
        }
    }

    /** The same row, first, last and alone among others, gives the same latents to the bit. */
    @Test
    void aRowIsEncodedTheSameWhateverStandsBesideIt() {
        Samples samples = noise(new Shape(1, 8, 8), 131);
        Network network = train(conv(List.of(4, 4), 1), samples, Objective.RECONSTRUCT);
        Matrix together = network.encoder().encode(samples.inputs());
        for (int row : new int[] {0, 1, 62, 63, 64, 65, 130}) {
            Matrix alone = network.encoder().encode(samples.inputs().rows(row, row + 1));
            assertEquals(together.rows(row, row + 1), alone, "row " + row);
        }
    }

    @Test
    void convRefusesWhatItCannotHalve() {
        assertMessage(
                "to be halved 4 times, samples must be pictures of at least 9 × 9, not 1×8×8",
                () ->
                        train(
                                conv(List.of(4, 4, 4, 4), 1),
                                noise(new Shape(1, 8, 8), 3),
                                Objective.RECONSTRUCT));
        assertMessage(
                "to be halved 2 times, samples must be pictures of at least 3 × 3, not 1×1×64",
                () -> train(CONV, noise(Shape.vector(64), 3), Objective.RECONSTRUCT));
        assertMessage(
                "height and width of a picture must both be even or both odd at every halving, not"
                        + " 8 × 7",
                () -> train(CONV, noise(new Shape(1, 8, 7), 3), Objective.RECONSTRUCT));
    }

    @Test
    void classifyingNeedsTwoClasses() {
        assertMessage(
                "to classify there must be at least 2 classes, there is 1",
                () -> train(DENSE, noise(Shape.vector(4), 3), Objective.CLASSIFY));
    }

    @Test
    void validationHasTheClassesOfTraining() {
        Matrix inputs = noise(Shape.vector(4), 3).inputs();
        Samples two = new Samples(inputs, Shape.vector(4), Optional.of(Labels.of(0, 1, 0)));
        Samples three = new Samples(inputs, Shape.vector(4), Optional.of(Labels.of(0, 1, 2)));
        TrainingProblem problem =
                new TrainingProblem(
                        two, Optional.of(three), Objective.CLASSIFY, new Bottleneck.Absolute(3));
        assertMessage(
                "validation samples must be of the 2 classes of training, not of class 2",
                () -> DENSE.train(problem, Run.quiet(Seed.of(1))));
    }

    @Test
    void pcaOnlyReconstructs() {
        assertMessage(
                "pca can only reconstruct, not classify; conv and dense can do both",
                () -> train(new Pca(ENGINE), noise(Shape.vector(4), 3), Objective.CLASSIFY));
        assertMessage(
                "pca needs at least 1 sample and at least as many coordinates as the width 3, not 5"
                        + " × 2 matrix",
                () -> train(new Pca(ENGINE), noise(Shape.vector(2), 5), Objective.RECONSTRUCT));
    }

    @Test
    void notANumberIsRefused() {
        Samples samples =
                new Samples(Matrix.of(1, 2, 1, Float.NaN), Shape.vector(2), Optional.empty());
        assertMessage(
                "what a network is trained on must be finite numbers, but row 0, column 1 is NaN",
                () -> train(DENSE, samples, Objective.RECONSTRUCT));
    }

    @Test
    void optionsBeyondTheirRangeAreRefused() {
        assertMessage("epochs must be 1 to 100000, not 0", () -> conv(List.of(4), 0));
        assertMessage(
                "channels must be of at least 1 convolution, there is none",
                () -> conv(List.of(), 1));
        assertMessage("channels must be 1 to 4096, not 0", () -> conv(List.of(4, 0), 1));
    }

    /** Points on a line in space, off the origin: one component gives them back. */
    @Test
    void pcaFindsTheLine() {
        Samples samples =
                new Samples(
                        Matrix.of(3, 2, 11, 20, 12, 22, 13, 24), Shape.vector(2), Optional.empty());
        Network network =
                new Pca(ENGINE)
                        .train(
                                new TrainingProblem(
                                        samples,
                                        Optional.empty(),
                                        Objective.RECONSTRUCT,
                                        new Bottleneck.Absolute(1)),
                                Run.quiet(Seed.of(1)));
        Matrix latents = network.encoder().encode(samples.inputs());
        float root = (float) Math.sqrt(5);
        float[] expected = {-root, 0, root};
        for (int i = 0; i < 3; i++) {
            assertEquals(expected[i], latents.get(i, 0), 1e-5);
        }
        Matrix outputs = network.decoder().decode(latents);
        for (int i = 0; i < 6; i++) {
            assertTrue(
                    Math.abs(outputs.get(i / 2, i % 2) - samples.inputs().get(i / 2, i % 2))
                            < 1e-5);
        }
    }

    private static void assertMessage(String message, Runnable refused) {
        InvalidInputException thrown = assertThrows(InvalidInputException.class, refused::run);
        assertEquals(message, thrown.getMessage());
    }
}
