package relrep.api.tck.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Matrix;
import relrep.api.run.Seed;

import java.util.Map;

class GoldenTest {
    private static final GoldenFile FILE =
            new GoldenFile(
                    Map.of(
                            "v.value", "-2.5e1",
                            "v.tolerance", "1e-05",
                            "v/list.list", "1 -2.5 3e-07 4",
                            "loose.value", "1",
                            "loose.tolerance", "0.1"));

    /** The weighted sum is that of 1, 2, -3 and 4. */
    private static final Golden ARRAY =
            new Golden(
                    "a",
                    Map.of(
                            "shape", "2 2",
                            "entries", "0 0 1.0; 1 0 -3.0",
                            "sum", "4.0",
                            "absolute", "10.0",
                            "largest", "4.0",
                            "weighted", Double.toString(weighted(1, 2, -3, 4)),
                            "tolerance", "0.001"));

    private static double weighted(double... values) {
        GoldenDraws weights = new GoldenDraws(Seed.of(1).branch("weights"));
        double sum = 0;
        for (double value : values) {
            sum += value * (2 * weights.uniform() - 1);
        }
        return sum;
    }

    @Test
    void valuesWithinTheTolerancePass() {
        Golden value = FILE.get("v");
        value.assertValue(-25.0002);
        assertThrows(AssertionError.class, () -> value.assertValue(-25.0003));
        assertThrows(AssertionError.class, () -> value.assertValue(Double.NaN));
        assertThrows(AssertionError.class, () -> FILE.get("loose").assertValue(1));
    }

    @Test
    void listsAreReadInTheirOrder() {
        assertArrayEquals(new double[] {1, -2.5, 3e-7, 4}, FILE.get("v/list").list());
        assertEquals(-3, ARRAY.entry(1, 0));
        assertThrows(AssertionError.class, () -> ARRAY.entry(1, 1));
        assertThrows(AssertionError.class, () -> ARRAY.number("mean"));
    }

    @Test
    void whatIsMissingFails() {
        assertThrows(AssertionError.class, () -> Golden.of("nothing"));
        assertThrows(AssertionError.class, () -> FILE.get("v/li"));
        assertThrows(AssertionError.class, () -> GoldenFile.read(GoldenTest.class, "none"));
    }

    @Test
    void anArrayWithinTheTolerancePasses() {
        ARRAY.assertArray(Matrix.of(2, 2, 1.003f, 2, -3, 4));
    }

    /** An entry, the sum, the sum of absolute values, the largest, two places, the shape. */
    @ParameterizedTest
    @CsvSource({
        "2, 1.005, 1.995, -3, 4",
        "2, 1, 2.02, -3, 4",
        "2, 1, -2, -3, 4",
        "2, 1, 1.99, -3, 4.01",
        "2, 1, 4, -3, 2",
        "1, 1, 2, -3, 4"
    })
    void anArrayBeyondItFails(int rows, float a, float b, float c, float d) {
        Matrix other = Matrix.of(rows, 4 / rows, a, b, c, d);
        assertThrows(AssertionError.class, () -> ARRAY.assertArray(other));
    }
}
