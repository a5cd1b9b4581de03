package relrep.kernels.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;

class DecompositionsTest {
    /** Backward errors grow with the size; 1e-10 leaves four digits above double's rounding. */
    private static final double ROUNDING = 1e-10;

    @ParameterizedTest
    @CsvSource({"1,1", "5,3", "3,5", "64,64", "200,90", "90,200"})
    void singularVectorsRebuildTheMatrixAndAreOrthonormal(int n, int m) {
        DoubleMatrix a = Draws.normal("svd", n, m);
        Svd svd = Svd.of(a);
        int p = Math.min(n, m);
        DoubleMatrix again = svd.u().scaledColumns(svd.values()).times(svd.vt());
        assertEquals(0, Draws.difference(a, again), ROUNDING);
        DoubleMatrix one = DoubleMatrix.identity(p);
        assertEquals(0, Draws.difference(one, svd.u().transposeTimes(svd.u())), ROUNDING);
        assertEquals(0, Draws.difference(one, svd.vt().timesTranspose(svd.vt())), ROUNDING);
        assertArrayEquals(oracle(a), svd.values(), ROUNDING);
    }

    private static double[] oracle(DoubleMatrix a) {
        var svd = DecompositionFactory_DDRM.svd(a.rows(), a.cols(), false, false, true);
        assertTrue(svd.decompose(new DMatrixRMaj(a.rows(), a.cols(), true, a.toArray())));
        double[] values = svd.getSingularValues().clone();
        Arrays.sort(values);
        double[] descending = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            descending[i] = values[values.length - 1 - i];
        }
        return descending;
    }

    @Test
    void rankCountsWhatExceedsTheTolerance() {
        Svd svd = Svd.of(DoubleMatrix.of(3, 3, 4, 0, 0, 0, 1e-9, 0, 0, 0, 0));
        assertEquals(1, svd.rank(1e-6));
        assertEquals(2, svd.rank(1e-12));
        assertEquals(0, Svd.of(DoubleMatrix.of(2, 2, new double[4])).rank(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 150})
    void eigenvectorsDiagonalise(int n) {
        DoubleMatrix x = Draws.normal("eigen", n + 3, n);
        DoubleMatrix a = x.transposeTimes(x);
        SymmetricEigen eigen = SymmetricEigen.of(a);
        DoubleMatrix v = eigen.vectors();
        DoubleMatrix again = v.transpose().scaledColumns(eigen.values()).times(v);
        assertEquals(0, Draws.difference(a, again), ROUNDING);
        assertEquals(0, Draws.difference(DoubleMatrix.identity(n), v.timesTranspose(v)), ROUNDING);
        assertArrayEquals(eigen.values(), SymmetricEigen.values(a), ROUNDING);
        for (int i = 1; i < n; i++) {
            assertTrue(eigen.values()[i - 1] >= eigen.values()[i]);
        }
    }

    /** [[2,1],[1,2]] has 3 along (1,1)/√2 and 1 along (1,-1)/√2. */
    @Test
    void eigenvectorsOfASmallMatrixByHand() {
        SymmetricEigen eigen = SymmetricEigen.of(DoubleMatrix.of(2, 2, 2, 1, 1, 2));
        assertArrayEquals(new double[] {3, 1}, eigen.values(), 1e-15);
        assertArrayEquals(
                new double[] {Math.sqrt(0.5), Math.sqrt(0.5)}, eigen.vectors().row(0), 1e-15);
        double[] second = eigen.vectors().row(1);
        assertEquals(-0.5, second[0] * second[1], 1e-15);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 200})
    void choleskySolves(int n) {
        DoubleMatrix x = Draws.normal("cholesky", 2 * n, n);
        DoubleMatrix a = x.transposeTimes(x);
        DoubleMatrix b = Draws.normal("right side", n, 7);
        DoubleMatrix solution = Cholesky.of(a).orElseThrow().solve(b);
        assertEquals(0, Draws.difference(b, a.times(solution)), 1e-9);
    }

    /** For symmetric matrices the condition in this norm is between κ and nκ. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e3, 1e7, 1e12})
    void aFactorTellsTheCondition(double condition) {
        int n = 40;
        DoubleMatrix q = Draws.orthogonal("conditioned", n);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = 3 * Math.pow(condition, -i / (n - 1.));
        }
        DoubleMatrix a = q.scaledColumns(values).timesTranspose(q);
        double told = Cholesky.of(a).orElseThrow().condition();
        assertTrue(told > 0.9 * condition && told < 1.1 * n * condition, told + "");
    }

    @Test
    void choleskyOfAnIndefiniteMatrixIsEmpty() {
        assertTrue(Cholesky.of(DoubleMatrix.of(2, 2, 1, 2, 2, 1)).isEmpty());
    }

    @Test
    void determinantsBeyondTheRangeOfADoubleKeepTheirLogarithm() {
        assertEquals(-2, Determinant.of(DoubleMatrix.of(2, 2, 1, 2, 3, 4)).value(), 1e-14);
        assertEquals(-1, Determinant.of(DoubleMatrix.of(2, 2, 0, 1, 1, 0)).value());
        assertEquals(0, Determinant.of(DoubleMatrix.of(2, 2, 1, 2, 2, 4)).value());
        Determinant large = Determinant.of(DoubleMatrix.identity(500).scaled(1e3));
        assertEquals(500 * Math.log(1e3), large.logarithm(), 1e-9);
        assertEquals(Double.POSITIVE_INFINITY, large.value());
    }

    @Test
    void whatIsNotFiniteIsRefused() {
        DoubleMatrix bad = DoubleMatrix.of(2, 2, 1, 0, 0, Double.NaN);
        String message = assertThrows(ArithmeticException.class, () -> Svd.of(bad)).getMessage();
        assertTrue(
                message.startsWith("the singular value decomposition needs finite numbers"),
                message);
        assertThrows(ArithmeticException.class, () -> SymmetricEigen.of(bad));
        assertThrows(ArithmeticException.class, () -> Cholesky.of(bad));
        assertThrows(ArithmeticException.class, () -> Determinant.of(bad));
    }
}
