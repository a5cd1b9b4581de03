package relrep.api.tck.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import relrep.api.data.Matrix;
import relrep.api.run.Seed;

class GoldenInputTest {
    private static final int DRAWS = 10_000;

    /** Drawing compares the checksum with that of the file, which NumPy's draws have. */
    @ParameterizedTest
    @ValueSource(strings = {"points48", "pairs384", "ranks300", "classes2", "classes50"})
    void hasTheBitsThatNumPyDraws(String name) {
        GoldenInput input = GoldenInput.of(name);
        Golden about = Golden.of("input/" + name);
        assertEquals(about.number("rows"), input.points().rows());
        assertEquals(about.number("width"), input.twin().cols());
        assertEquals(input.points().rows(), input.labels().length);
    }

    @Test
    void anchorsAreSpreadOverThePoints() {
        GoldenInput input = GoldenInput.of("classes2");
        Matrix anchors = input.anchors(3);
        int[] rows = {0, 1333, 2667};
        for (int i = 0; i < rows.length; i++) {
            assertEquals(input.points().get(rows[i], 1), anchors.get(i, 1));
        }
    }

    /** Four standard errors of 10,000 draws. */
    @Test
    void noiseHasMeanZeroAndAVarianceOfAboutOne() {
        GoldenDraws draws = new GoldenDraws(Seed.of(1));
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double noise = draws.noise();
            sum += noise;
            squares += noise * noise;
        }
        assertEquals(0, sum / DRAWS, 0.04);
        assertEquals(1.75 * 1.75 / 3, squares / DRAWS, 0.06);
    }
}
