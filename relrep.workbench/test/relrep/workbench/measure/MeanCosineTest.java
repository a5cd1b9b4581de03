package relrep.workbench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;

class MeanCosineTest {
    @Test
    void meanCosineOfDifferentRows() {
        // (1,0), (0,2), (3,0): cosines 0, 1, 0, so the mean is 1/3
        assertEquals(1.0 / 3, MeanCosine.of(Matrix.of(3, 2, 1, 0, 0, 2, 3, 0)), 1e-12);
        assertEquals(1, MeanCosine.of(Matrix.of(3, 1, 1, 2, 5)), 1e-12);
        // a row of zeros has cosine 0 with the two others, whose own cosine is -1: -1/3
        assertEquals(-1.0 / 3, MeanCosine.of(Matrix.of(3, 1, 1, -2, 0)), 1e-12);
        assertEquals(0, MeanCosine.of(Matrix.of(1, 1, 1)));
    }
}
