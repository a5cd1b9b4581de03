package relrep.models.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Numbers;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.model.Bottleneck;
import relrep.api.model.Network;
import relrep.api.model.Objective;
import relrep.api.model.TrainingProblem;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.Setting;
import relrep.nd4j.Nd4jEngine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads files that Keras 3.15.1 wrote ({@code keras/keras_files.py}). The expected latents are
 * those that Keras printed.
 */
final class KerasWrittenTest {
    private static final Path FILES =
            Path.of(
                    System.getProperty("relrep.top"),
                    "relrep.models/test/relrep/models/dl4j/keras");
    private static final float ROUNDING = 2e-6f;

    @Test
    void layersInARow() {
        assertLatents(
                "row.h5",
                Shape.vector(3),
                0.6866646f,
                -0.05561564f,
                -0.743413f,
                0.8074117f,
                0.07666784f,
                -0.46946713f,
                0.20619147f,
                -0.64299035f);
    }

    @Test
    void convolutionsOfPictures() {
        assertLatents(
                "conv.h5",
                new Shape(2, 6, 5),
                -0.45201647f,
                -0.65776896f,
                0.011313326f,
                0.88862187f,
                -0.5577281f,
                -0.7793893f,
                0.03574017f,
                0.9786663f);
    }

    @Test
    void aGraph() {
        assertLatents(
                "graph.h5",
                Shape.vector(3),
                1.4442152f,
                0.8365265f,
                -0.0052536726f,
                -0.9900935f,
                -0.57966554f,
                -0.45992422f,
                0.18975484f,
                0.55147475f);
    }

    @Test
    void theyAreTrainedOn() {
        assertArrayEquals(
                latents("graph.h5", Shape.vector(3)),
                latents(trained("graph.h5", Shape.vector(3), true), Shape.vector(3)),
                ROUNDING);
    }

    /** Keras' convolutions come with a dropout of nothing, which DL4J cannot go back through. */
    @Test
    void convolutionsAreTrainedOn() {
        Shape picture = new Shape(2, 6, 5);
        float[] before = latents("conv.h5", picture);
        float[] after = latents(trained("conv.h5", picture, false), picture);
        assertEquals(before.length, after.length);
        float moved = 0;
        for (int i = 0; i < after.length; i++) {
            moved = Math.max(moved, Math.abs(after[i] - before[i]));
        }
        assertTrue(moved > ROUNDING, "the convolutions learn");
    }

    private static Network trained(String name, Shape shape, boolean freeze) {
        Numbers samples = samples(shape);
        return new FineTuned(Nd4jEngine.start())
                .with(new FineTuned.Options(FILES.resolve(name).toString(), "", freeze, 2, 2, 1e-2))
                .train(
                        new TrainingProblem(
                                new Samples(
                                        samples.values(),
                                        shape,
                                        Optional.of(Labels.of(List.of("a", "b"), 0, 1))),
                                Optional.empty(),
                                Objective.CLASSIFY,
                                new Bottleneck.Absolute(4)),
                        Run.quiet(Seed.of(1)));
    }

    private static float[] latents(Network network, Shape shape) {
        return network.encoder().encode(samples(shape)).toArray();
    }

    private static void assertLatents(String name, Shape shape, float... expected) {
        float[] found = latents(name, shape);
        assertEquals(expected.length, found.length);
        assertArrayEquals(expected, found, ROUNDING);
    }

    private static float[] latents(String name, Shape shape) {
        KerasEncoder encoder =
                new KerasEncoder(Nd4jEngine.start())
                        .with(new LayerOptions(FILES.resolve(name).toString(), "", 0));
        encoder.prepare(Setting.standard().places(), Run.quiet(Seed.of(1)));
        return encoder.encode(samples(shape)).toArray();
    }

    /** Returns the two samples of the script. */
    private static Numbers samples(Shape shape) {
        float[] values = new float[2 * shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 7 / 3f - 1;
        }
        return new Numbers(Matrix.of(2, shape.size(), values), shape);
    }
}
