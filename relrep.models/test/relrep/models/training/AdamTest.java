package relrep.models.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Matrix;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.models.layer.DenseLayer;
import relrep.models.layer.Stack;
import relrep.models.layer.Volume;

import java.util.List;
import java.util.Optional;

/**
 * Six steps of one linear layer on four samples. The expected parameters were computed in float64
 * by NumPy, from the formulas of Adam and AdamW as PyTorch's documentation gives them.
 */
class AdamTest {
    private static final Stack STACK = new Stack(Volume.flat(2), List.of(new DenseLayer(1)));
    private static final Examples EXAMPLES =
            new Examples(
                    Matrix.of(4, 2, 1, 2, -1, 0.5f, 3, -1, 0.25f, -2),
                    new MeanSquares(Matrix.of(4, 1, 4, -1, 2, 8)));

    /** Rounding of float32 in six steps. */
    private static final float TOLERANCE = 2e-6f;

    @ParameterizedTest
    @CsvSource({
        "0,   0,   0,   CONSTANT, 0,     0.958728,  -0.2731801, 0.6662437",
        "0.5, 0,   0,   CONSTANT, 0,     0.9341165, -0.2689069, 0.6638488",
        "0,   0.5, 0,   CONSTANT, 0,     0.8071187, -0.2221476, 0.571664",
        "0,   0,   1.5, CONSTANT, 0,     0.9692913, -0.1387291, 0.6973661",
        "0,   0,   0,   COSINE,   0,     0.8079019, -0.2082138, 0.4346378",
        "0,   0,   0,   CONSTANT, 0.5,   0.9066913, -0.3216839, 0.5709668",
        "0.2, 0.3, 1.5, COSINE,   0.333, 0.736671,  -0.1504887, 0.4672573"
    })
    void stepsAreThoseOfTheFormulas(
            double penalty,
            double decoupled,
            double clip,
            Schedule schedule,
            double warmUp,
            float first,
            float second,
            float bias) {
        Regimen regimen = new Regimen(3, 2, 0.1, penalty, 0, decoupled, clip, schedule, warmUp);
        Weights start = new Weights(new float[] {0.5f, -0.25f, 0.1f}, new float[0]);
        for (int lanes = 1; lanes <= 2; lanes++) {
            Weights end =
                    new Training(STACK, regimen, lanes)
                            .fit(
                                    start,
                                    epoch -> new int[] {0, 1, 2, 3},
                                    EXAMPLES,
                                    Optional.empty(),
                                    Run.quiet(Seed.of(1)))
                            .weights();
            assertArrayEquals(new float[] {first, second, bias}, end.parameters(), TOLERANCE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CONSTANT, 0, 1",
        "CONSTANT, 3, 1",
        "CONSTANT, 9, 1",
        "COSINE, 0, 0.5",
        "COSINE, 1, 1",
        "COSINE, 2, 1",
        "COSINE, 6, 0.5",
        "COSINE, 10, 0"
    })
    void theLearningRateFollowsItsSchedule(Schedule schedule, long step, double share) {
        assertEquals(share, schedule.share(step, 10, schedule == Schedule.COSINE ? 2 : 0), 1e-12);
    }
}
