package relrep.kernels.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RidgePathTest {
    /** Of doubles that differ by rounding alone. */
    private static final double ROUNDING = 1e-9;

    /** Of a minimum that golden section finds on a flat floor. */
    private static final double FLOOR = 1e-6;

    private static DoubleMatrix centred(DoubleMatrix x) {
        return MatrixRows.of(x).minus(MatrixRows.of(x).mean()).toMatrix();
    }

    private static DoubleMatrix noisy(DoubleMatrix x, double noise) {
        DoubleMatrix weights = Draws.normal("ridge weights", x.cols(), 3);
        return x.times(weights).plus(Draws.normal("ridge noise", x.rows(), 3).scaled(noise));
    }

    /** From the hat matrix {@code X (XᵀX + λI)⁻¹ Xᵀ}, and that of the mean. */
    private static double written(DoubleMatrix x, DoubleMatrix y, double penalty, int intercept) {
        DoubleMatrix inverse =
                Cholesky.of(x.transposeTimes(x).plusDiagonal(penalty))
                        .orElseThrow()
                        .solve(x.transpose());
        DoubleMatrix hat = x.times(inverse);
        DoubleMatrix error = hat.times(y).minus(y);
        double free = x.rows() - hat.trace() - intercept;
        return error.dot(error) / (free * free);
    }

    @ParameterizedTest
    @CsvSource({"40,8,0", "40,8,1", "9,8,1", "5,8,0", "5,8,1"})
    void crossValidationIsThatOfTheHatMatrix(int n, int d, int intercept) {
        DoubleMatrix raw = Draws.normal("path", n, d);
        DoubleMatrix x = intercept == 1 ? centred(raw) : raw;
        DoubleMatrix y = intercept == 1 ? centred(noisy(raw, .5)) : noisy(raw, .5);
        RidgePath path =
                RidgePath.of(
                        MatrixRows.of(x),
                        MatrixRows.of(y),
                        intercept == 1,
                        LeastSquares.DOUBLE_TOLERANCE);
        for (double penalty : new double[] {.01, 1, 30}) {
            double expected = written(x, y, penalty, intercept);
            assertEquals(1, path.crossValidation(penalty) / expected, ROUNDING);
            double kept = x.rows() - intercept - path.degreesOfFreedom(penalty);
            DoubleMatrix sum = x.transposeTimes(x).plusDiagonal(penalty);
            double trace = Cholesky.of(sum).orElseThrow().solve(x.transposeTimes(x)).trace();
            assertEquals(x.rows() - intercept - trace, kept, ROUNDING);
        }
        double chosen = path.chosen();
        double best = path.crossValidation(chosen);
        for (int i = -90; i <= 30; i++) {
            double other = path.largest() * Math.pow(10, i / 10.);
            assertTrue(best <= path.crossValidation(other) * (1 + FLOOR), other + " " + chosen);
        }
    }

    /** More noise asks for more of a penalty, none for next to none. */
    @Test
    void thePenaltyFollowsTheNoise() {
        DoubleMatrix x = Draws.normal("followed", 60, 10);
        double before = 0;
        for (double noise : new double[] {0, .1, 1, 10}) {
            RidgePath path =
                    RidgePath.of(
                            MatrixRows.of(x),
                            MatrixRows.of(noisy(x, noise)),
                            false,
                            LeastSquares.DOUBLE_TOLERANCE);
            assertTrue(path.chosen() > before, noise + ": " + path.chosen());
            before = path.chosen();
        }
    }

    /** λ is a square of the unit of the points, whatever that is. */
    @ParameterizedTest
    @CsvSource({"40,1e-30", "40,1e30", "6,1e-30", "6,1e30"})
    void thePenaltyIsMeasuredInSquaresOfTheUnit(int n, double unit) {
        DoubleMatrix x = Draws.normal("unit", n, 8);
        DoubleMatrix y = noisy(x, 2);
        double tolerance = LeastSquares.DOUBLE_TOLERANCE;
        double one = RidgePath.of(MatrixRows.of(x), MatrixRows.of(y), false, tolerance).chosen();
        RidgePath other =
                RidgePath.of(
                        MatrixRows.of(x.scaled(unit)),
                        MatrixRows.of(y.scaled(unit)),
                        false,
                        tolerance);
        assertEquals(1, other.chosen() / one / (unit * unit), FLOOR);
    }

    @Test
    void nothingToLearnFromNeedsNoPenalty() {
        DoubleMatrix x = DoubleMatrix.of(3, 2, new double[6]);
        RidgePath path =
                RidgePath.of(
                        MatrixRows.of(x),
                        MatrixRows.of(Draws.normal("y", 3, 2)),
                        false,
                        LeastSquares.DOUBLE_TOLERANCE);
        assertEquals(0, path.rank());
        assertEquals(0, path.chosen());
        assertEquals(0, path.largest());
    }
}
