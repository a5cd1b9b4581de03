package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.MatrixRows;

class PairSumsTest {
    private static final Run RUN = Run.quiet(Seed.of(1));
    private static final MatrixRows X =
            MatrixRows.of(DoubleMatrix.of(6, 2, 1, .2, .9, .5, .1, 1, -.7, .8, -1, -.3, .4, -.9));
    private static final MatrixRows Y =
            MatrixRows.of(
                    DoubleMatrix.of(6, 2, .9, .35, .3, .95, .2, .8, -.8, .5, -.9, -.6, .55, -.7));

    /** Values that were computed elsewhere, to the digits given. */
    @Test
    void sixPoints() {
        PairSums sums = PairSums.of(PairTable.distances(X), PairTable.distances(Y), RUN);
        assertEquals(.815274305, sums.pearson(), 5e-10);
        assertEquals(.960434172, Math.sqrt(sums.centred()), 5e-10);
    }

    /** By hand: distances 1, 2, 3 of 0, 1, 3, and their squares. */
    @Test
    void meansByHand() {
        MatrixRows line = MatrixRows.of(DoubleMatrix.of(3, 1, 0, 1, 3));
        PairSums sums = PairSums.of(PairTable.distances(line), PairTable.squares(line), RUN);
        assertEquals(2, sums.meanX(), 1e-15);
        assertEquals(14 / 3., sums.meanY(), 1e-14);
    }

    @Test
    void theNumberOfThreadsDoesNotShow() {
        MatrixRows x = MatrixRows.of(ProjectionTest.gaussian(1500, 6, 1, "x"));
        MatrixRows y = MatrixRows.of(ProjectionTest.gaussian(1500, 9, 1, "y"));
        PairTable a = PairTable.gaussians(x, 5);
        PairTable b = PairTable.gaussians(y, 5);
        PairSums one = PairSums.of(a, b, RUN, new Workers(1));
        PairSums three = PairSums.of(a, b, RUN, new Workers(3));
        assertEquals(one.centred(), three.centred());
        assertEquals(one.unbiased(), three.unbiased());
        assertEquals(one.pearson(), three.pearson());
    }

    /** Far from the origin, where products cancel: equal points are at 0, near ones are right. */
    @Test
    void nearPointsKeepTheirDistance() {
        Matrix points = Matrix.of(4, 2, 1e6f, 1, 1e6f, 1, 1e6f, 1.0001f, -1e6f, 3);
        PairOrder order = PairOrder.of(PairTable.distances(MatrixRows.of(points)), RUN);
        assertEquals(6, order.size());
        assertEquals(1, order.zeros());
        assertEquals(0, order.value(0));
        float near = (float) ((double) 1.0001f - 1);
        assertEquals(near, order.value(1), 1e-10f);
        assertEquals(near, order.value(2), 1e-10f);
        assertEquals(2e6f, order.value(3), 1);
    }

    @Test
    void orderIsThatOfSortedValues() {
        MatrixRows x = MatrixRows.of(ProjectionTest.gaussian(300, 6, 1, "x"));
        PairTable table = PairTable.squares(x);
        float[] values = PairValues.of(table, RUN);
        java.util.Arrays.sort(values);
        PairOrder order = PairOrder.of(table, RUN, new Workers(3));
        for (int rank : new int[] {0, 1, 17, 22_424, 22_425, values.length - 1}) {
            assertEquals(values[rank], order.value(rank));
        }
    }

    @Test
    void aCancelEndsIt() {
        PairTable table =
                PairTable.distances(MatrixRows.of(ProjectionTest.gaussian(3000, 4, 1, "x")));
        assertThrows(
                CancelledException.class, () -> PairSums.of(table, table, new CancelledRun(0)));
    }

    @Test
    void tablesMustBeOfTheSamePoints() {
        MatrixRows fewer = MatrixRows.of(DoubleMatrix.of(2, 1, 1, 2));
        assertEquals(
                "paired rows must be equally many, not 6 and 2",
                assertThrows(
                                InvalidInputException.class,
                                () ->
                                        PairSums.of(
                                                PairTable.squares(X),
                                                PairTable.squares(fewer),
                                                RUN))
                        .getMessage());
    }
}
