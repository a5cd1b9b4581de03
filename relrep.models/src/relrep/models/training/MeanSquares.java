package relrep.models.training;

import relrep.api.data.Matrix;

import java.nio.FloatBuffer;

/** The mean squared error from given targets. */
public final class MeanSquares implements Loss {
    private final FloatBuffer targets;
    private final int width;

    /** Makes the loss; sample {@code i} is compared with row {@code i}. */
    public MeanSquares(Matrix targets) {
        this.targets = targets.buffer();
        width = targets.cols();
    }

    @Override
    public double measure(
            float[] outputs, int rows, int[] samples, int from, double scale, float[] gradient) {
        float[] difference = new float[width];
        float[] target = new float[width];
        float[] squares = new float[width];
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            targets.get(samples[from + row] * width, target);
            System.arraycopy(outputs, row * width, difference, 0, width);
            subtract(difference, target);
            square(difference, squares);
            sum += sum(squares);
            if (gradient.length > 0) {
                times(difference, (float) (2 * scale / width));
                System.arraycopy(difference, 0, gradient, row * width, width);
            }
        }
        return sum / width;
    }

    private static void subtract(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] -= y[i];
        }
    }

    private static void square(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * x[i];
        }
    }

    private static void times(float[] x, float factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }

    /** Computes a sum in four independent chains, which the processor runs at once. */
    private static double sum(float[] x) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (; i < x.length; i++) {
            a += x[i];
        }
        return a + b + (c + d);
    }
}
