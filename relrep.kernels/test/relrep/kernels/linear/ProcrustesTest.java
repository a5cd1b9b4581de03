package relrep.kernels.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
}
