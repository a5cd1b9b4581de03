package relrep.kernels.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class ProcrustesTest {
    private static final double ROUNDING = 1e-10;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 120})
    void anOrthogonalMapIsFoundAgain(int d) {
        DoubleMatrix x = Draws.normal("points", 3 * d, d);
        DoubleMatrix q = Draws.orthogonal("map", d);
        Procrustes found = Procrustes.of(x.transposeTimes(x.times(q)), true);
        assertEquals(d, found.rank());
        assertEquals(0, Draws.difference(q, found.rotation()), ROUNDING);
    }

    @Test
    void noOrthogonalMapAttainsMore() {
        DoubleMatrix cross = Draws.normal("cross", 12, 12);
        for (boolean reflections : new boolean[] {true, false}) {
            Procrustes best = Procrustes.of(cross, reflections);
            for (int i = 0; i < 200; i++) {
                DoubleMatrix q = Draws.orthogonal("rival" + i, 12);
                if (reflections || Determinant.of(q).sign() > 0) {
                    assertTrue(q.dot(cross) < best.rotation().dot(cross));
                }
            }
        }
    }

    /** M = diag(3, 2, -1): R = diag(1, 1, -1), or by proper rotation the identity, 3 + 2 - 1. */
    @Test
    void aProperRotationGivesUpTheSmallestSingularValue() {
        DoubleMatrix cross = DoubleMatrix.identity(3).scaledColumns(3, 2, -1);
        DoubleMatrix free = Procrustes.of(cross, true).rotation();
        DoubleMatrix proper = Procrustes.of(cross, false).rotation();
        assertEquals(
                0, Draws.difference(DoubleMatrix.identity(3).scaledColumns(1, 1, -1), free), 1e-15);
        assertEquals(0, Draws.difference(DoubleMatrix.identity(3), proper), 1e-15);
    }

    /** Nothing known: the identity. One direction known, e1 to e1: the identity again. */
    @Test
    void whatThePairsDoNotSayStaysWhereItIs() {
        DoubleMatrix one = DoubleMatrix.identity(4);
        DoubleMatrix none = DoubleMatrix.of(4, 4, new double[16]);
        assertEquals(0, Draws.difference(one, Procrustes.of(none, true).rotation()), 1e-15);
        DoubleMatrix first = one.scaledColumns(5, 0, 0, 0);
        Procrustes found = Procrustes.of(first, true);
        assertEquals(1, found.rank());
        assertEquals(0, Draws.difference(one, found.rotation()), 1e-14);
    }

    /** e1 to e2 in the plane: a quarter turn and a mirror are as near; the turn is taken. */
    @Test
    void ofTwoCompletionsAsNearTheProperOneIsTaken() {
        Procrustes found = Procrustes.of(DoubleMatrix.of(2, 2, 0, 2, 0, 0), true);
        assertEquals(
                0, Draws.difference(DoubleMatrix.of(2, 2, 0, 1, -1, 0), found.rotation()), 1e-15);
    }

    @Test
    void noOtherCompletionIsNearerToTheIdentity() {
        int d = 9;
        int known = 4;
        DoubleMatrix left = Draws.orthogonal("source", d);
        DoubleMatrix right = Draws.orthogonal("target", d);
        DoubleMatrix cross = left.cols(0, known).timesTranspose(right.cols(0, known));
        Procrustes found = Procrustes.of(cross, true);
        assertEquals(known, found.rank());
        DoubleMatrix r = found.rotation();
        DoubleMatrix one = DoubleMatrix.identity(d);
        assertEquals(0, Draws.difference(one, r.transposeTimes(r)), ROUNDING);
        assertEquals(known, r.dot(cross), ROUNDING);
        for (int i = 0; i < 200; i++) {
            DoubleMatrix q = Draws.orthogonal("completion" + i, d - known);
            DoubleMatrix rival =
                    cross.plus(left.cols(known, d).times(q).timesTranspose(right.cols(known, d)));
            assertTrue(rival.minus(one).norm() > r.minus(one).norm());
        }
        Procrustes proper = Procrustes.of(cross, false);
        assertEquals(1, Determinant.of(proper.rotation()).value(), ROUNDING);
        assertEquals(known, proper.rotation().dot(cross), ROUNDING);
    }

    /** The way of fewer pairs than coordinates, and that of the whole product, are to agree. */
    private static Procrustes ofBothWays(DoubleMatrix x, DoubleMatrix y, boolean reflections) {
        assertTrue(ThinProcrustes.suits(x.rows(), x.cols()));
        Procrustes few = Procrustes.of(MatrixRows.of(x), MatrixRows.of(y), reflections);
        Procrustes whole = Procrustes.of(x.transposeTimes(y), reflections);
        assertEquals(whole.rank(), few.rank());
        assertEquals(0, Draws.difference(whole.rotation(), few.rotation()), 1e-9);
        assertArrayEquals(whole.values(), few.values(), 1e-9);
        assertEquals(few.rotation().dot(x.transposeTimes(y)), few.attained(), 1e-9);
        DoubleMatrix error = x.times(few.rotation()).minus(y);
        double left = few.residualSquares(MatrixRows.of(x), MatrixRows.of(y));
        assertEquals(error.dot(error), left, 1e-9 * Math.max(1, left));
        return few;
    }

    @ParameterizedTest
    @CsvSource({"1,2", "2,40", "12,40", "24,40", "30,64"})
    void fewerPairsThanCoordinatesGiveTheSameMap(int n, int d) {
        DoubleMatrix x = Draws.normal("few", n, d);
        DoubleMatrix far = Draws.normal("few others", n, d);
        DoubleMatrix near = x.times(Draws.orthogonal("few turned", d)).plus(far.scaled(0.1));
        for (DoubleMatrix y : List.of(far, near, x.plus(far.scaled(0.3)))) {
            assertEquals(n, ofBothWays(x, y, true).rank());
            assertEquals(1, Determinant.of(ofBothWays(x, y, false).rotation()).value(), ROUNDING);
        }
    }

    @Test
    void centredAndRepeatedPairsGiveTheSameMap() {
        DoubleMatrix x = Draws.normal("centred", 14, 50);
        DoubleMatrix y = Draws.normal("centred others", 14, 50);
        DoubleMatrix a = MatrixRows.of(x).minus(MatrixRows.of(x).mean()).toMatrix();
        DoubleMatrix b = MatrixRows.of(y).minus(MatrixRows.of(y).mean()).toMatrix();
        DoubleMatrix twice = Draws.normal("weights", 20, 6);
        for (boolean reflections : new boolean[] {true, false}) {
            assertEquals(13, ofBothWays(a, b, reflections).rank());
            DoubleMatrix repeated = twice.times(x.rows(0, 6));
            assertEquals(6, ofBothWays(repeated, twice.times(y.rows(2, 8)), reflections).rank());
            assertEquals(0, ofBothWays(x, x.scaled(0), reflections).rank());
        }
    }

    /**
     * The pairs bring e1 to e7, at right angles, and turn the next two: by a turn, not a mirror.
     */
    @Test
    void aTieOfFewPairsIsDecidedTheSameWay() {
        DoubleMatrix one = DoubleMatrix.identity(7);
        DoubleMatrix x = one.rows(0, 3);
        for (double sign : new double[] {1, -1}) {
            double c = Math.cos(0.7);
            double s = Math.sin(0.7);
            DoubleMatrix to =
                    DoubleMatrix.of(
                            one.row(6),
                            new double[] {0, c, s, 0, 0, 0, 0},
                            new double[] {0, -sign * s, sign * c, 0, 0, 0, 0});
            DoubleMatrix weights = DoubleMatrix.identity(3).scaledColumns(3, 2, 1);
            Procrustes found = ofBothWays(weights.times(x), to, true);
            assertEquals(1, Determinant.of(found.rotation()).value(), ROUNDING);
        }
    }

    /**
     * The known directions contain a reflection; the solution may undo it in any other direction.
     */
    @Test
    void aMirrorOfFewPairsIsUndoneBesideThem() {
        DoubleMatrix x = DoubleMatrix.identity(9).rows(0, 2);
        DoubleMatrix y = x.scaledRows(1, -1);
        assertEquals(-1, Determinant.of(ofBothWays(x, y, true).rotation()).value(), ROUNDING);
        Procrustes proper = Procrustes.of(MatrixRows.of(x), MatrixRows.of(y), false);
        assertEquals(1, Determinant.of(proper.rotation()).value(), ROUNDING);
        assertEquals(0, Draws.difference(y, x.times(proper.rotation())), ROUNDING);
        DoubleMatrix r = proper.rotation();
        assertEquals(0, Draws.difference(DoubleMatrix.identity(9), r.timesTranspose(r)), ROUNDING);
    }

    @Test
    void fewPairsThatAreNotFiniteAreRefused() {
        MatrixRows x = MatrixRows.of(DoubleMatrix.of(1, 2, Double.NaN, 1));
        assertThrows(ArithmeticException.class, () -> Procrustes.of(x, x, true));
    }
}
