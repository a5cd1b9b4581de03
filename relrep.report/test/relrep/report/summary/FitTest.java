package relrep.report.summary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FitTest {
    @Test
    void ofFourPoints() {
        Fit fit = Fit.of(new double[] {1, 2, 3, 4}, new double[] {2, 4, 5, 9});
        assertEquals(2.2, fit.slope(), 1e-12);
        assertEquals(-0.5, fit.intercept(), 1e-12);
        assertEquals(11 / Math.sqrt(5 * 26), fit.r(), 1e-12);
    }

    @Test
    void equalValuesShareTheMeanOfTheirRanks() {
        assertArrayEquals(new double[] {1.5, 3, 1.5}, Fit.ranks(new double[] {4, 9, 4}));
    }
}
