package relrep.vectors.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.run.Run;
import relrep.api.run.Seed;

class SpaceDiagnosticsTest {
    /**
     * Norms 0, 5, 5, 2 about a mean of 3; unit vectors (0,0), (.6,.8), (.6,.8), (1,0): cosines 1,
     * .6, .6 and three zeros of six pairs.
     */
    @Test
    void byHand() {
        SpaceDiagnostics health =
                SpaceDiagnostics.of(
                        Matrix.of(4, 3, 0, 0, 0, 3, 4, 0, 3, 4, 0, 2, 0, 0), Run.quiet(Seed.of(1)));
        assertEquals(4, health.rows());
        assertEquals(3, health.width());
        assertEquals(1, health.constantColumns());
        assertEquals(1, health.zeroRows());
        assertEquals(1, health.duplicateRows());
        assertEquals(5, health.medianNorm());
        assertEquals(Math.sqrt((9 + 4 + 4 + 1) / 4.) / 3, health.normSpread(), 1e-12);
        assertEquals(2.2 / 6, health.meanCosine(), 1e-7);
    }
}
