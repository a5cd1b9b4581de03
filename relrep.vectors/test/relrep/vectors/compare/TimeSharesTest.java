package relrep.vectors.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.vectors.compare.TimeShares.Fit;

import java.util.List;
import java.util.stream.DoubleStream;

class TimeSharesTest {
    private static final double ROUNDING = 1e-12;

    private static TimeShares of(int training, int heldOut, int d, Fit... fits) {
        Space learnt = Space.of("a", Matrix.of(training, d, new float[training * d]));
        Space measured = Space.of("a", Matrix.of(heldOut, d, new float[heldOut * d]));
        return TimeShares.of(
                new Spaces(learnt, learnt, measured, measured), List.of(fits), 5, 1000);
    }

    @Test
    void sharesAreAWhole() {
        TimeShares effort = of(80, 20, 30, Fit.SOLVED, Fit.NONE, Fit.TRAINED);
        assertEquals(1, effort.learning() + effort.retrieval() + effort.measuring(), ROUNDING);
        assertEquals(1, DoubleStream.of(effort.aligners()).sum(), ROUNDING);
        assertEquals(0, effort.aligners()[1]);
        assertTrue(effort.once() > 0 && effort.once() < 1);
        TimeShares none = of(80, 20, 30);
        assertEquals(0, DoubleStream.of(none.aligners()).sum());
    }

    /** Solved for 800 pairs of 768, five maps take about half of the time, a network nearly all. */
    @Test
    void aNetworkTakesNearlyAllOfTheTime() {
        Fit[] solved = {Fit.SOLVED, Fit.SOLVED, Fit.SOLVED, Fit.SOLVED, Fit.SOLVED};
        double half = of(800, 200, 768, solved).learning();
        assertTrue(half > 0.4 && half < 0.7, String.valueOf(half));
        TimeShares trained = of(800, 200, 768, Fit.SOLVED, Fit.TRAINED);
        assertTrue(trained.learning() > 0.9, trained.toString());
        assertTrue(trained.aligners()[1] > 0.9);
    }
}
