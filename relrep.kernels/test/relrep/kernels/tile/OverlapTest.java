package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.random.RandomGenerator;

@Tag("slow")
class OverlapTest {
    private static final Run RUN = Run.quiet(Seed.of(1));

    /**
     * Three points on a line: of 0 and 2, both as near to 1, each is one of its neighbours half.
     */
    @Test
    void byHand() {
        Matrix line = Matrix.of(3, 1, 0, 1, 2);
        Neighbours near = Neighbours.within(line, 1, Closeness.EUCLIDEAN, RUN);
        double[] overlap = near.overlap(near, RUN);
        assertEquals(1, overlap[0], 0);
        assertEquals(.5, overlap[1], 0);
        assertEquals(1, overlap[2], 0);
    }

    /** Small whole numbers, of which many are equally near, zeros and equal rows among them. */
    @ParameterizedTest
    @MethodSource("relrep.kernels.tile.EngineTest#machines")
    void isThatOfThePlainDefinition(Machine machine) {
        for (int[] shape : new int[][] {{60, 2, 3}, {700, 3, 10}, {90, 1, 40}}) {
            Matrix x = whole(shape[0], shape[1], "x");
            Matrix y = whole(shape[0], shape[1], "y");
            for (Closeness closeness : Closeness.values()) {
                for (boolean others : new boolean[] {false, true}) {
                    Neighbours here =
                            Neighbours.find(x, x, shape[2], closeness, others, RUN, machine);
                    Neighbours there =
                            Neighbours.find(y, y, shape[2], closeness, others, RUN, machine);
                    double[] overlap = here.overlap(there, RUN);
                    for (int i = 0; i < overlap.length; i++) {
                        double[] a = Reference.odds(x, i, x, shape[2], closeness, others);
                        double[] b = Reference.odds(y, i, y, shape[2], closeness, others);
                        double sum = 0;
                        for (int j = 0; j < a.length; j++) {
                            sum += a[j] * b[j];
                        }
                        assertEquals(sum, overlap[i], 1e-12, closeness + " of query " + i);
                    }
                }
            }
        }
    }

    @Test
    void whereAllIsTiedItIsThatOfChance() {
        Matrix equal = Matrix.of(50, 2, new float[100]);
        for (Closeness closeness : Closeness.values()) {
            Neighbours near = Neighbours.within(equal, 7, closeness, RUN);
            for (double shared : near.overlap(near, RUN)) {
                assertEquals(7 * 7 / 49., shared, 1e-12);
            }
        }
    }

    @Test
    void queriesMustBeAsMany() {
        Neighbours six = Neighbours.within(Six.X, 2, Closeness.COSINE, RUN);
        Neighbours four = Neighbours.within(Six.X.rows(0, 4), 2, Closeness.COSINE, RUN);
        assertEquals(
                "neighbours to compare must be of as many queries among as many points, not 6 of 6"
                        + " and 4 of 4",
                assertThrows(InvalidInputException.class, () -> six.overlap(four, RUN))
                        .getMessage());
    }

    private static Matrix whole(int n, int d, String name) {
        RandomGenerator random = Seed.of(3).branch(name).random();
        float[] values = new float[n * d];
        for (int t = 0; t < values.length; t++) {
            values[t] = random.nextInt(7) - 3;
        }
        return Matrix.of(n, d, values);
    }
}
