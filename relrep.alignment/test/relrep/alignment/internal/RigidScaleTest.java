package relrep.alignment.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.random.RandomGenerator;

/** Tests the factor of {@code rigid(scale=true)} against the plane, where angles solve it. */
class RigidScaleTest {
    private static final int ROWS = 40;

    private static Alignment fit(Matrix x, Matrix y, boolean reflections, boolean scale) {
        return new Rigid()
                .with(new Rigid.Options(reflections, scale))
                .fit(
                        AlignmentProblem.paired(Space.of("a", x), Space.of("b", y)),
                        Run.quiet(Seed.of(1)));
    }

    private static Matrix noise(int seed) {
        RandomGenerator random = Seed.of(seed).random();
        float[] values = new float[2 * ROWS];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() * (i % 2 == 0 ? 3 : 1) + 5;
        }
        return Matrix.of(ROWS, 2, values);
    }

    /** Three times the points, turned by a right angle and moved, with noise. */
    private static Matrix image(Matrix x) {
        Matrix noise = noise(2);
        float[] values = new float[2 * ROWS];
        for (int i = 0; i < ROWS; i++) {
            values[2 * i] = -3 * x.get(i, 1) + 7 + noise.get(i, 0) / 4;
            values[2 * i + 1] = 3 * x.get(i, 0) - 2 + noise.get(i, 1) / 4;
        }
        return Matrix.of(ROWS, 2, values);
    }

    /** As complex numbers, the map is the regression of y on x: Σ x̄y / Σ |x|². */
    @Test
    void inThePlaneItIsAComplexRegression() {
        Matrix x = noise(1);
        Matrix y = image(x);
        double[] mean = new double[4];
        for (int i = 0; i < ROWS; i++) {
            mean[0] += x.get(i, 0) / (double) ROWS;
            mean[1] += x.get(i, 1) / (double) ROWS;
            mean[2] += y.get(i, 0) / (double) ROWS;
            mean[3] += y.get(i, 1) / (double) ROWS;
        }
        double real = 0;
        double imaginary = 0;
        double squares = 0;
        for (int i = 0; i < ROWS; i++) {
            double a = x.get(i, 0) - mean[0];
            double b = x.get(i, 1) - mean[1];
            double c = y.get(i, 0) - mean[2];
            double d = y.get(i, 1) - mean[3];
            real += a * c + b * d;
            imaginary += a * d - b * c;
            squares += a * a + b * b;
        }
        double re = real / squares;
        double im = imaginary / squares;
        double errors = 0;
        for (int i = 0; i < ROWS; i++) {
            double a = x.get(i, 0) - mean[0];
            double b = x.get(i, 1) - mean[1];
            errors += Math.pow(re * a - im * b - y.get(i, 0) + mean[2], 2);
            errors += Math.pow(im * a + re * b - y.get(i, 1) + mean[3], 2);
        }
        LinearAlignment found = (LinearAlignment) fit(x, y, false, true);
        assertEquals(Math.hypot(re, im), found.diagnostics().get("scale"), 1e-10);
        assertEquals(Math.sqrt(errors / (2 * ROWS)), found.diagnostics().get("residual"), 1e-9);
        assertEquals(re, found.map().weights().get(0, 0), 1e-10);
        assertEquals(im, found.map().weights().get(0, 1), 1e-10);
    }

    @Test
    void theDefaultHasNoFactor() {
        Matrix x = noise(1);
        Alignment found = fit(x, image(x), true, false);
        assertFalse(found.diagnostics().containsKey("scale"));
        assertEquals(1, found.diagnostics().get("determinant"), 1e-12);
    }

    @Test
    void aKeptMapIsTheSameMap() {
        Matrix x = noise(1);
        Alignment found = fit(x, image(x), true, true);
        Alignment again = new Rigid().restore(found.state().orElseThrow());
        assertArrayEquals(found.apply(x).toArray(), again.apply(x).toArray());
        assertEquals(found.diagnostics(), again.diagnostics());
    }

    /** A line that is mirrored has no proper rotation towards the target. */
    @Test
    void withoutAPositiveFactorItIsOne() {
        Matrix x = Matrix.of(3, 1, new float[] {-1, 0, 1});
        Matrix y = Matrix.of(3, 1, new float[] {4, 0, -4});
        assertEquals(1, fit(x, y, false, true).diagnostics().get("scale"));
        assertEquals(4, fit(x, y, true, true).diagnostics().get("scale"), 1e-12);
        Matrix point = Matrix.of(3, 1, new float[] {2, 2, 2});
        Alignment still = fit(point, y, true, true);
        assertEquals(1, still.diagnostics().get("scale"));
        assertTrue(still.inverse().isPresent());
    }
}
