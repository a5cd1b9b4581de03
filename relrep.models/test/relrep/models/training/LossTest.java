package relrep.models.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;

class LossTest {
    private static final int[] SAMPLES = {9, 1, 0};

    /** Outputs (1, 2) for target (0, 4): (1 + 4) / 2; gradients 2/2 · (1, -2), scaled by 3. */
    @Test
    void meanSquaresOverTheOutputsOfASample() {
        MeanSquares loss = new MeanSquares(Matrix.of(2, 2, 7, 7, 0, 4));
        float[] gradient = new float[2];
        assertEquals(2.5, loss.measure(new float[] {1, 2}, 1, SAMPLES, 1, 3, gradient), 1e-12);
        assertArrayEquals(new float[] {3, -6}, gradient);
    }

    /**
     * The same errors: MSE 2.5, so ½ (1 + log 2.5), and gradients (1, -2) / (2 · 2.5), scaled by 3.
     * Without an error the deviation is e⁻⁶.
     */
    @Test
    void calibratedGaussianTakesTheVarianceOfTheErrors() {
        CalibratedGaussian loss = new CalibratedGaussian(Matrix.of(2, 2, 7, 7, 0, 4));
        float[] gradient = new float[2];
        assertEquals(
                (1 + Math.log(2.5)) / 2,
                loss.measure(new float[] {1, 2}, 1, SAMPLES, 1, 3, gradient),
                1e-12);
        assertArrayEquals(new float[] {0.6f, -1.2f}, gradient, 1e-6f);
        assertEquals(-6, loss.measure(new float[] {0, 4}, 1, SAMPLES, 1, 3, gradient), 1e-12);
        assertArrayEquals(new float[] {0, 0}, gradient);
    }

    /** Scores (0, log 3) give probabilities 1/4 and 3/4; the class is 0: log 4, gradient ∓3/4. */
    @Test
    void crossEntropyOfTheTrueClass() {
        CrossEntropy loss = new CrossEntropy(new int[] {1, 0}, 2);
        float[] gradient = new float[2];
        float[] scores = {0, (float) Math.log(3)};
        assertEquals(Math.log(4), loss.measure(scores, 1, SAMPLES, 1, 2, gradient), 1e-6);
        assertArrayEquals(new float[] {-1.5f, 1.5f}, gradient, 1e-6f);
    }

    @Test
    void crossEntropyDoesNotOverflow() {
        CrossEntropy loss = new CrossEntropy(new int[] {0, 1}, 2);
        float[] gradient = new float[4];
        double sum =
                loss.measure(new float[] {1e4f, -1e4f, 1e4f, -1e4f}, 2, SAMPLES, 1, 1, gradient);
        assertEquals(2e4, sum, 1e-6);
        assertArrayEquals(new float[] {1, -1, 0, 0}, gradient);
    }
}
