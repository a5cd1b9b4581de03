package relrep.kernels.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.kernels.linear.CanonicalCorrelations.Cut;
import relrep.kernels.linear.CanonicalCorrelations.Directions;

class CanonicalCorrelationsTest {
    private static final DoubleMatrix X =
            DoubleMatrix.of(6, 2, 1, .2, .9, .5, .1, 1, -.7, .8, -1, -.3, .4, -.9);
    private static final DoubleMatrix Y =
            DoubleMatrix.of(6, 2, .9, .35, .3, .95, .2, .8, -.8, .5, -.9, -.6, .55, -.7);

    /** Values that were computed elsewhere, to the digits given. */
    @Test
    void sixPoints() {
        CanonicalCorrelations found = of(X, Y, false, Cut.none());
        assertArrayEquals(new double[] {.998373451, .924580278}, found.values(), 5e-10);
        assertEquals(new Directions(2, 2), found.left());
    }

    @Test
    void debiasedAlignmentOfSixPoints() {
        assertEquals(
                .8760119872,
                DebiasedAlignment.of(MatrixRows.of(X), MatrixRows.of(Y)).value(),
                5e-11);
    }

    /** A column that is a sum of others adds no direction, and a linear map changes nothing. */
    @Test
    void directionsAreCountedOnce() {
        DoubleMatrix sum = X.times(DoubleMatrix.of(2, 1, 1, 1));
        CanonicalCorrelations found = of(X.beside(sum), Y, false, Cut.none());
        assertEquals(new Directions(2, 2), found.left());
        assertArrayEquals(of(X, Y, false, Cut.none()).values(), found.values(), 1e-12);
    }

    /** Standardised, the wide column is no longer the first direction. */
    @Test
    void standardisingDecidesWhatIsCut() {
        DoubleMatrix wide = X.scaledColumns(1, 1000);
        assertArrayEquals(
                of(X, Y, true, values -> 1).values(),
                of(wide, Y, true, values -> 1).values(),
                1e-9);
        double second = of(X.cols(1, 2), Y, false, values -> 1).values()[0];
        assertEquals(second, of(wide, Y, false, values -> 1).values()[0], 1e-3);
    }

    /** The weights from the canonical vectors themselves, n long. */
    @Test
    void weightsAgainstTheDefinition() {
        CanonicalCorrelations found = of(X, Y, false, Cut.none());
        DoubleMatrix x = centred(X);
        DoubleMatrix u = Svd.of(x).u();
        Svd angles = Svd.of(u.transposeTimes(Svd.of(centred(Y)).u()));
        DoubleMatrix products = u.times(angles.u()).transposeTimes(x);
        for (int i = 0; i < 2; i++) {
            double sum = Math.abs(products.get(i, 0)) + Math.abs(products.get(i, 1));
            assertEquals(sum, found.weights()[i], 1e-12);
        }
    }

    private static DoubleMatrix centred(DoubleMatrix matrix) {
        MatrixRows rows = MatrixRows.of(matrix);
        return rows.minus(rows.mean()).toMatrix();
    }

    private static CanonicalCorrelations of(
            DoubleMatrix x, DoubleMatrix y, boolean standardise, Cut cut) {
        return CanonicalCorrelations.of(MatrixRows.of(x), MatrixRows.of(y), standardise, cut);
    }
}
