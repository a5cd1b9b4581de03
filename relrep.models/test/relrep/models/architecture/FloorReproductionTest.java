package relrep.models.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.model.OutputRange;

import java.io.IOException;

/**
 * Tests the least error that an output range allows on the test samples of MNIST, computed
 * independently of this code. The reconstruction errors of Lähner &amp; Moeller, table 1, converge
 * to it.
 */
class FloorReproductionTest {
    /** Half of the last digit printed. */
    private static final double PRINTED = 5e-5;

    @Test
    void mnistByMeanAndDeviation() throws IOException {
        Matrix samples = standardised(0.1307f, 0.3081f);
        assertEquals(0.4694, floor(Output.SIGMOID, samples), PRINTED);
        assertEquals(0.1466, floor(Output.RELU, samples), PRINTED);
        assertEquals(0.3228, floor(Output.TANH, samples), PRINTED);
        assertEquals(0, floor(Output.LINEAR, samples));
    }

    @Test
    void mnistFromMinusOneToOne() throws IOException {
        Matrix samples = standardised(0.5f, 0.5f);
        assertEquals(0.8311, floor(Output.SIGMOID, samples), PRINTED);
        assertEquals(0.8311, floor(Output.RELU, samples), PRINTED);
        assertEquals(0, floor(Output.TANH, samples), 1e-12);
    }

    private static Matrix standardised(float mean, float deviation) throws IOException {
        float[] values = Idx.samples("mnist", "t10k", 10_000).inputs().toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - mean) / deviation;
        }
        return Matrix.of(values.length / 784, 784, values);
    }

    private static double floor(Output output, Matrix samples) {
        OutputRange range = output.range();
        float[] x = samples.toArray();
        float[] y = range.nearest(samples).toArray();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += ((double) x[i] - y[i]) * ((double) x[i] - y[i]);
        }
        return sum / x.length;
    }
}
