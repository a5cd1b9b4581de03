package relrep.models.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;

class ActivatedTest {
    /** Values by hand; those of GELU from tables of the normal distribution. */
    @ParameterizedTest
    @CsvSource({
        "IDENTITY, -1.5, -1.5",
        "RELU, -1.5, 0",
        "RELU, 2, 2",
        "LEAKY_RELU, -1.5, -0.015",
        "LEAKY_RELU, 2, 2",
        "GELU, 1, 0.8413447461",
        "GELU, -1, -0.1586552539",
        "GELU, 0, 0",
        "GELU, 2, 1.9544997361",
        "SIGMOID, 0, 0.5",
        "SIGMOID, -2, 0.1192029220",
        "TANH, 1, 0.7615941560",
        "RBF, 1, 0.3678794412",
        "RBF, -1, 0.3678794412",
        "RBF, 0, 1"
    })
    void aNumberHasItsValue(PointFunction function, double z, double value) {
        assertEquals(value, function.of(z), 3e-7);
    }

    @Test
    void everyLatentGoesThroughIt() {
        Inputs samples = Inputs.of(Matrix.of(2, 3, 1, -2, .5f, -1, 4, 2));
        Activated relu =
                new Activated(new OurPlugins())
                        .with(
                                new Activated.Options(
                                        "random-projection(width=12)", PointFunction.RELU));
        Matrix plain =
                new RandomProjection().with(new RandomProjection.Options(12, 1)).encode(samples);
        Matrix actual = relu.encode(samples);
        int negative = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 12; j++) {
                negative += plain.get(i, j) < 0 ? 1 : 0;
                assertEquals(Math.max(0, plain.get(i, j)), actual.get(i, j));
            }
        }
        assertEquals(true, negative > 0 && negative < 24, "both signs are there");
    }
}
