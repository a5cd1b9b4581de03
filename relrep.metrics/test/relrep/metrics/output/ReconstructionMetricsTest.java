package relrep.metrics.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.metric.OutputMetric;
import relrep.api.metric.Score;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class ReconstructionMetricsTest {
    private static final Run RUN = Run.quiet(Seed.of(1));

    /** Errors .01 and .0001 of a range of 1: 20 and 40 decibels; together .00505. */
    @Test
    void decibelsByHand() {
        Samples truth = new Samples(Matrix.of(2, 2, 0, 0, 0, 0), Shape.vector(2), Optional.empty());
        Matrix outputs = Matrix.of(2, 2, .1f, -.1f, .01f, .01f);
        Score score = new Psnr().measure(outputs, truth, RUN);
        assertEquals(30, score.value(), 1e-5);
        assertArrayEquals(new float[] {20, 40}, score.perSample(), 1e-5f);
        Score all =
                new Psnr()
                        .with(new Psnr.Options(1, Psnr.Over.ALL, 100))
                        .measure(outputs, truth, RUN);
        assertEquals(-10 * Math.log10(.00505), all.value(), 1e-5);
        assertEquals(0, all.perSample().length);
        OutputMetric bytes = new Psnr().with(new Psnr.Options(10, Psnr.Over.SAMPLES, 35));
        assertArrayEquals(
                new float[] {35, 35}, bytes.measure(outputs, truth, RUN).perSample(), 1e-5f);
    }

    @Test
    void exactReconstructionsHaveTheCeiling() {
        Samples truth = new Samples(Matrix.of(1, 2, 3, 4), Shape.vector(2), Optional.empty());
        assertEquals(100, new Psnr().measure(truth.inputs(), truth, RUN).value());
        assertThrows(InvalidInputException.class, () -> new Psnr.Options(0, Psnr.Over.ALL, 100));
    }

    /** Two classes on a line: a at 0, 1, 2, and b at 10, 11, 12. */
    private static final Samples LINE =
            new Samples(
                    Matrix.of(6, 1, 0, 1, 2, 10, 11, 12),
                    Shape.vector(1),
                    Optional.of(Labels.of(List.of("a", "b"), 0, 0, 0, 1, 1, 1)));

    /** The second and the last turn into the other class. */
    private static final Matrix MOVED = Matrix.of(6, 1, 0, 9, 2, 10, 11, 1.5f);

    @Test
    void confusionByHand() {
        for (ClassPredictor namer : ClassPredictor.values()) {
            Score score =
                    new LabelConfusion()
                            .with(new LabelConfusion.Options(namer, 1))
                            .measure(MOVED, LINE, RUN);
            assertEquals(2 / 6., score.value(), 1e-15);
            assertArrayEquals(new float[] {0, 1, 0, 0, 0, 1}, score.perSample());
            assertEquals(Map.of("samples right", 1., "a as b", 1., "b as a", 1.), score.details());
        }
    }

    /**
     * The sample in the middle of the other class is taken for one of it, and so is its
     * reconstruction: nothing has changed, and the classifier was wrong.
     */
    @Test
    void theSampleItselfHasNoVote() {
        Samples odd =
                new Samples(
                        LINE.inputs(),
                        LINE.shape(),
                        Optional.of(Labels.of(List.of("a", "b"), 0, 1, 0, 1, 1, 1)));
        Score score =
                new LabelConfusion()
                        .with(new LabelConfusion.Options(ClassPredictor.NEIGHBOURS, 2))
                        .measure(odd.inputs(), odd, RUN);
        assertEquals(0, score.value());
        // Row 0 asks 1 and 2, a tie that the nearer b wins; row 1 asks both a, row 2 asks b and a.
        assertEquals(3 / 6., score.details().get("samples right"), 1e-15);
    }

    @Test
    void oneClassCannotBeConfused() {
        Samples one =
                new Samples(Matrix.of(2, 1, 1, 2), Shape.vector(1), Optional.of(Labels.of(0, 0)));
        OutputMetric means =
                new LabelConfusion().with(new LabelConfusion.Options(ClassPredictor.MEANS, 1));
        assertEquals(
                "label confusion needs samples of at least 2 classes, there are samples of 1",
                assertThrows(
                                InvalidInputException.class,
                                () -> means.measure(one.inputs(), one, RUN))
                        .getMessage());
    }
}
