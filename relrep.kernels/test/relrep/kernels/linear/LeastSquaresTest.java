package relrep.kernels.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeastSquaresTest {
    /** What is promised of a solution, relative to numbers near 1. */
    private static final double PROMISED = 1e-8;

    private static LeastSquares solve(DoubleMatrix x, DoubleMatrix y, double penalty) {
        return LeastSquares.of(
                MatrixRows.of(x), MatrixRows.of(y), penalty, LeastSquares.DOUBLE_TOLERANCE);
    }

    /** The pseudo-inverse by EJML's singular values: the solution of smallest norm. */
    private static DoubleMatrix oracle(DoubleMatrix x, DoubleMatrix y) {
        DMatrixRMaj inverse = new DMatrixRMaj(/* numRows= */ x.cols(), /* numCols= */ x.rows());
        CommonOps_DDRM.pinv(new DMatrixRMaj(x.rows(), x.cols(), true, x.toArray()), inverse);
        return DoubleMatrix.of(/* rows= */ x.cols(), /* cols= */ x.rows(), inverse.data).times(y);
    }

    @ParameterizedTest
    @CsvSource({"50,8", "9,8", "8,40", "1,3", "600,20"})
    void everyShapeGivesTheSolutionOfSmallestNorm(int n, int d) {
        DoubleMatrix x = Draws.normal("x" + n, n, d);
        DoubleMatrix y = Draws.normal("y" + n, n, 3);
        LeastSquares found = solve(x, y, 0);
        assertEquals(0, Draws.difference(oracle(x, y), found.weights()), PROMISED);
        assertEquals(Math.min(n, d), found.rank());
        assertFalse(found.rankRevealing());
        DoubleMatrix error = x.times(found.weights()).minus(y);
        assertEquals(error.dot(error), found.residualSquares(), PROMISED);
        double[] s = Svd.of(x).values();
        assertEquals(s[0] / s[s.length - 1], found.condition(), 1e-6 * found.condition());
    }

    @Test
    void rowsThatAddUpToZeroNeedNoSingularValues() {
        DoubleMatrix x = Draws.normal("few", 6, 20);
        DoubleMatrix y = Draws.normal("few targets", 6, 4);
        MatrixRows centred = MatrixRows.of(x).minus(MatrixRows.of(x).mean());
        MatrixRows targets = MatrixRows.of(y).minus(MatrixRows.of(y).mean());
        LeastSquares found = LeastSquares.of(centred, targets, 0, LeastSquares.DOUBLE_TOLERANCE);
        assertFalse(found.rankRevealing());
        assertEquals(5, found.rank());
        DoubleMatrix expected = oracle(centred.toMatrix(), targets.toMatrix());
        assertEquals(0, Draws.difference(expected, found.weights()), PROMISED);
        assertEquals(0, found.residualSquares(), 1e-20);
    }

    @Test
    void lostRankIsFound() {
        DoubleMatrix base = Draws.normal("base", 700, 4);
        DoubleMatrix x = base.times(Draws.normal("spread", 4, 9));
        DoubleMatrix y = Draws.normal("targets", 700, 2);
        LeastSquares found = solve(x, y, 0);
        assertTrue(found.rankRevealing());
        assertEquals(4, found.rank());
        assertEquals(0, Draws.difference(oracle(x, y), found.weights()), PROMISED);
        DoubleMatrix error = x.times(found.weights()).minus(y);
        assertEquals(error.dot(error), found.residualSquares(), 1e-9);
    }

    /** A Gram matrix would square the condition of 1e9 and lose every digit. */
    @Test
    void badConditionKeepsItsDigits() {
        int d = 6;
        double[] scale = {1, 1e-2, 1e-4, 1e-6, 1e-8, 1e-9};
        DoubleMatrix u = Svd.of(Draws.normal("left", 300, d)).u();
        DoubleMatrix x = u.scaledColumns(scale).times(Draws.orthogonal("right", d));
        DoubleMatrix weights = Draws.normal("weights", d, 2);
        LeastSquares found = solve(x, x.times(weights), 0);
        assertTrue(found.rankRevealing());
        assertEquals(d, found.rank());
        assertEquals(1e9, found.condition(), 1e2);
        assertEquals(0, Draws.difference(weights, found.weights()), 1e-5);
    }

    @Test
    void thePenaltyShrinks() {
        for (int n : new int[] {5, 40}) {
            DoubleMatrix x = Draws.normal("ridge", n, 8);
            DoubleMatrix y = Draws.normal("ridge targets", n, 3);
            LeastSquares found = solve(x, y, 2.5);
            DoubleMatrix normal = x.transposeTimes(x).plusDiagonal(2.5).times(found.weights());
            assertEquals(0, Draws.difference(normal, x.transposeTimes(y)), 1e-12);
            DoubleMatrix error = x.times(found.weights()).minus(y);
            assertEquals(error.dot(error), found.residualSquares(), PROMISED);
        }
    }

    @Test
    void nothingToLearnFromGivesZero() {
        DoubleMatrix x = DoubleMatrix.of(3, 2, new double[6]);
        LeastSquares found = solve(x, Draws.normal("y", 3, 2), 0);
        assertEquals(0, found.rank());
        assertEquals(0, found.weights().norm());
        assertTrue(Double.isNaN(found.condition()));
    }

    /** [[1,2,0],[0,1,1]] W = [[1,0],[0,2]], smallest W = ⅓[[1,-2],[1,1],[-1,5]]. */
    @Test
    void theSmallestSolutionByHand() {
        LeastSquares found =
                solve(
                        DoubleMatrix.of(2, 3, 1, 2, 0, 0, 1, 1),
                        DoubleMatrix.of(2, 2, 1, 0, 0, 2),
                        0);
        DoubleMatrix expected = DoubleMatrix.of(3, 2, 1, -2, 1, 1, -1, 5).scaled(1 / 3.0);
        assertEquals(0, Draws.difference(expected, found.weights()), 1e-14);
    }

    /**
     * Gram matrices of a condition up to 1e8 are factorised, whatever the estimate says of them.
     */
    @ParameterizedTest
    @CsvSource({"30,8,1e2", "30,8,3e3", "30,8,9.9e3", "30,8,1.1e4", "8,30,9.9e3", "8,30,1.1e4"})
    void theWayIsChosenByTheConditionAlone(int n, int d, double condition) {
        Svd svd = Svd.of(Draws.normal("way", n, d));
        double[] values = new double[8];
        for (int i = 0; i < 8; i++) {
            values[i] = Math.pow(condition, -i / 7.);
        }
        DoubleMatrix x = svd.u().scaledColumns(values).times(svd.vt());
        LeastSquares found = solve(x, Draws.normal("way targets", n, 2), 0);
        assertEquals(condition > 1e4, found.rankRevealing());
        assertEquals(8, found.rank());
        assertEquals(condition, found.condition(), 1e-6 * condition);
    }

    @Test
    void whatIsNotFiniteIsRefused() {
        DoubleMatrix good = Draws.normal("good", 5, 3);
        double[] values = good.toArray();
        values[7] = Double.NaN;
        DoubleMatrix bad = DoubleMatrix.of(5, 3, values);
        assertThrows(ArithmeticException.class, () -> solve(bad, good, 0));
        assertThrows(ArithmeticException.class, () -> solve(good, bad, 0));
    }
}
