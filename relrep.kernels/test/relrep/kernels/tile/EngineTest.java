package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;

class EngineTest {
    static List<Engine> engines() {
        List<Engine> engines = new ArrayList<>(List.of(new Plain(), OpenBlas.load()));
        Engines.vectors().ifPresent(engines::add);
        return engines;
    }

    static List<Machine> machines() {
        return engines().stream()
                .map(engine -> new Machine(Engines.only(engine), new Workers(2)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void productsAreInnerProducts(Engine engine) {
        for (int[] shape : new int[][] {{1, 1, 1}, {8, 5, 0}, {9, 50, 47}, {70, 130, 300}}) {
            int rows = shape[0];
            int count = shape[1];
            int d = shape[2];
            float[] left = new float[Engine.padded(rows) * d];
            float[] right = new float[count * d];
            fill(left, 31);
            fill(right, 37);
            Engine.Panel panel = engine.panel(right, count, d);
            float[] c = new float[Engine.padded(rows) * panel.stride()];
            panel.multiply(left, rows, c);
            List<float[]> given = new ArrayList<>();
            panel.multiply(left, rows, new Products(), (i, values) -> given.add(values.clone()));
            assertEquals(rows, given.size());
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < count; j++) {
                    double sum = 0;
                    for (int t = 0; t < d; t++) {
                        sum += left[i * d + t] * right[j * d + t];
                    }
                    assertEquals(sum, c[i * panel.stride() + j], "integers are exact");
                    assertEquals(sum, given.get(i)[j]);
                }
            }
        }
    }

    private static void fill(float[] values, int step) {
        for (int t = 0; t < values.length; t++) {
            values[t] = (t * step) % 17 - 8;
        }
    }
}
