package relrep.workbench.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.ReusingSimilarity;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.similarity.Similarity;

class ForeignMemoryTest {
    /** Two answers were one memory, so two spaces were found equal. */
    @Test
    void whatAStrangerReturnsStaysAsItWas() {
        Similarity similarity =
                CheckedPlugin.of(Similarity.class, "reusing", new ReusingSimilarity());
        Matrix first = similarity.compare(Matrix.of(1, 2, 3, 4), Matrix.of(1, 2, 0, 0));
        Matrix second = similarity.compare(Matrix.of(1, 2, 5, 6), Matrix.of(1, 2, 0, 0));
        assertEquals(3, first.get(0, 0));
        assertEquals(5, second.get(0, 0));
    }
}
