package relrep.vectors.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.file.VectorFile;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

class OneVectorTest {
    private static final Run RUN = Run.quiet(Seed.of(1));

    @Test
    void aListOfWholeNumbersIsOne() {
        try (VectorFile one = OneVector.of(MemoryFile.ofIntegers(3, -1, 7), "x", RUN)) {
            assertEquals(1, one.rows());
            assertEquals(3, one.width());
            assertEquals(Matrix.of(1, 3, 3, -1, 7), one.read(0, 1).vectors());
            assertEquals(0, one.read(1, 1).vectors().rows());
            assertThrows(InvalidInputException.class, () -> one.read(0, 2));
        }
    }

    @Test
    void vectorsStayWhatTheyAre() {
        MemoryFile file = MemoryFile.of(Matrix.of(2, 2, 1, 2, 3, 4));
        assertSame(file, OneVector.of(file, "x", RUN));
        Exception refused =
                assertThrows(
                        InvalidInputException.class,
                        () -> OneVector.of(MemoryFile.ofIntegers(), "x", RUN));
        assertEquals(
                "x must hold vectors, but it is a list of 0 whole numbers", refused.getMessage());
    }
}
