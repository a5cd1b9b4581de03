package relrep.models.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
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

import java.util.Optional;
import java.util.SplittableRandom;

/** Tests layers, sizes and refusals of the vision transformer. */
@Tag("slow")
class VitTest {
    private static final Vit VIT = new Vit(Nd4jEngine.start());

    private static Vit.Options options(int patch, int dim, int depth, int up, double dropout) {
        return new Vit.Options(
                patch,
                dim,
                depth,
                up,
                4,
                2,
                Nonlinearity.GELU,
                Output.SIGMOID,
                dropout,
                new TrainingOptions(1, 8, 1e-2, 0, 0));
    }

    private static Samples noise(Shape shape, int n) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[n * shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i % 3;
        }
        return new Samples(
                Matrix.of(n, shape.size(), values), shape, Optional.of(Labels.of(labels)));
    }

    private static Network train(Vit.Options options, Samples samples, Objective objective) {
        return VIT.with(options)
                .train(
                        new TrainingProblem(
                                samples, Optional.empty(), objective, new Bottleneck.Absolute(3)),
                        Run.quiet(Seed.of(1)));
    }

    /**
     * With patches of 7 × 7 and four blocks of 64 channels, up to 48 latents. A block: 2 · 128 of
     * two normalisations, 64 · 192 + 192 and 64 · 64 + 64 of attention, 64 · 128 + 128 and 128 · 64
     * + 64 of the perceptron. Around them: 49 · 64 + 64 of the patches, 16 · 64 positions, 128 of
     * the last normalisation, 1024 · 48 + 48.
     */
    @Test
    void hasTheSizesOfItsOptions() {
        VitBlueprint blueprint = new VitBlueprint(options(7, 64, 4, 0, 0));
        Stack encoder = blueprint.encoder(new Shape(1, 28, 28), 48);
        int block = 256 + 12_480 + 4_160 + 8_320 + 8_256;
        assertEquals(3_200 + 1_024 + 4 * block + 128 + 49_200, Stack.size(encoder.parameters()));
        Stack decoder = blueprint.decoder(48, new Shape(1, 28, 28));
        assertEquals(48 * 1024 + 1024 + 64 * 49 + 49, Stack.size(decoder.parameters()));
        assertEquals(new Volume(28, 28, 1), decoder.output());
        Stack deeper = new VitBlueprint(options(7, 64, 4, 2, 0)).decoder(48, new Shape(1, 28, 28));
        assertEquals(
                Stack.size(decoder.parameters()) + 2 * block + 128,
                Stack.size(deeper.parameters()));
    }

    @ParameterizedTest
    @CsvSource({"1, 8, 8, 4", "1, 28, 28, 7", "1, 28, 28, 4", "3, 32, 32, 8", "2, 4, 6, 2"})
    void givesBackTheShapeThatItGot(int channels, int height, int width, int patch) {
        Shape shape = new Shape(channels, height, width);
        Samples samples = noise(shape, 9);
        Network network = train(options(patch, 8, 1, 1, 0.1), samples, Objective.RECONSTRUCT);
        Matrix latents = network.encoder().encode(samples.inputs());
        assertEquals(3, latents.cols());
        assertEquals(shape.size(), network.decoder().decode(latents).cols());
        Network classifier = train(options(patch, 8, 1, 1, 0.1), samples, Objective.CLASSIFY);
        latents = classifier.encoder().encode(samples.inputs());
        assertEquals(3, classifier.decoder().decode(latents).cols());
    }

    /** Every value of a picture must come back where it was: one picture, learnt by heart. */
    @Test
    void everyPixelComesBackInItsOwnPlace() {
        Shape shape = new Shape(3, 4, 6);
        float[] values = new float[32 * shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.1f + 0.8f * (i % shape.size()) / shape.size();
        }
        Samples samples = new Samples(Matrix.of(32, shape.size(), values), shape, Optional.empty());
        Vit.Options o = options(2, 8, 1, 1, 0);
        Vit.Options longer =
                new Vit.Options(
                        o.patch(),
                        o.dim(),
                        o.depth(),
                        o.decoderDepth(),
                        o.heads(),
                        o.mlpRatio(),
                        o.activation(),
                        o.output(),
                        o.dropout(),
                        new TrainingOptions(
                                150, o.training().batchSize(), o.training().learningRate(), 0, 0));
        Network network = train(longer, samples, Objective.RECONSTRUCT);
        Matrix outputs = network.decoder().decode(network.encoder().encode(samples.inputs()));
        for (int i = 0; i < shape.size(); i++) {
            assertEquals(values[i], outputs.get(0, i), 0.05, "value " + i);
        }
    }

    /** The same row, first, last and alone among others, gives the same latents to the bit. */
    @ParameterizedTest
    @CsvSource({"28, 4, 64", "8, 4, 8", "28, 2, 16"})
    void aRowIsEncodedTheSameWhateverStandsBesideIt(int side, int patch, int dim) {
        Samples samples = noise(new Shape(1, side, side), 131);
        Network network = train(options(patch, dim, 1, 1, 0), samples, Objective.RECONSTRUCT);
        Matrix together = network.encoder().encode(samples.inputs());
        for (int row : new int[] {0, 1, 62, 63, 64, 65, 130}) {
            Matrix alone = network.encoder().encode(samples.inputs().rows(row, row + 1));
            assertEquals(together.rows(row, row + 1), alone, "row " + row);
        }
        assertTrue(!together.rows(0, 1).equals(together.rows(1, 2)), "latents differ");
    }

    @Test
    void refusesPatchesThatDoNotTile() {
        assertMessage(
                "patches of 7 × 7 must tile the picture, and samples are 3×32×24; patch can be 1,"
                        + " 2, 4, 8",
                () ->
                        train(
                                options(7, 8, 1, 1, 0),
                                noise(new Shape(3, 32, 24), 3),
                                Objective.RECONSTRUCT));
    }

    @Test
    void refusesHeadsThatCannotShare() {
        assertMessage(
                "dim must be a multiple of the 4 heads, not 10", () -> options(4, 10, 1, 1, 0));
        assertMessage("depth must be 1 to 64, not 0", () -> options(4, 8, 0, 1, 0));
    }

    private static void assertMessage(String message, Runnable refused) {
        InvalidInputException thrown = assertThrows(InvalidInputException.class, refused::run);
        assertEquals(message, thrown.getMessage());
    }
}
