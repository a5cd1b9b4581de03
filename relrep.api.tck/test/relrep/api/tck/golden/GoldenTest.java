package relrep.api.tck.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Matrix;

class GoldenTest {
    private static final Golden VALUE = new Golden("v", "{\"value\": -2.5e1, \"tol\": 1e-05}");
    private static final Golden ARRAY =
            new Golden(
                    "a",
                    """
                    {"shape": [2, 2], "entries": [[0, 0, 1.0], [1, 0, -3.0]],
                     "sum": 4.0, "sumabs": 10.0, "maxabs": 4.0, "tol": 0.001}\
                    """);

    @Test
    void valuesWithinTheTolerancePass() {
        VALUE.assertValue(-25.0002);
        assertThrows(AssertionError.class, () -> VALUE.assertValue(-25.0003));
        assertThrows(AssertionError.class, () -> VALUE.assertValue(Double.NaN));
        Golden loose = new Golden("l", "{\"value\": 1, \"tol\": 0.1}");
        assertThrows(AssertionError.class, () -> loose.assertValue(1));
    }

    @Test
    void listsAreReadInTheirOrder() {
        double[] numbers = {1, -2.5, 3e-7, 4};
        assertArrayEquals(numbers, new Golden("n", "[[1, -2.5], [3e-07, 4]]").list());
        assertEquals(-3, ARRAY.entry(1, 0));
        assertThrows(AssertionError.class, () -> ARRAY.entry(1, 1));
        assertThrows(AssertionError.class, () -> ARRAY.number("mean"));
    }

    @Test
    void anArrayWithinTheTolerancePasses() {
        ARRAY.assertArray(Matrix.of(2, 2, 1.003f, 2, -3, 4));
    }

    /** An entry, the sum, the sum of absolute values, the largest, the shape. */
    @ParameterizedTest
    @CsvSource({
        "2, 1.005, 1.995, -3, 4",
        "2, 1, 2.02, -3, 4",
        "2, 1, -2, -3, 4",
        "2, 1, 1.99, -3, 4.01",
        "1, 1, 2, -3, 4"
    })
    void anArrayBeyondItFails(int rows, float a, float b, float c, float d) {
        Matrix other = Matrix.of(rows, 4 / rows, a, b, c, d);
        assertThrows(AssertionError.class, () -> ARRAY.assertArray(other));
    }
}
