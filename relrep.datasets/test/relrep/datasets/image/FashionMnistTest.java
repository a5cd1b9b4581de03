package relrep.datasets.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.api.data.Split;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.Arrays;

/** Tests the real Fashion-MNIST, if {@code RELREP_DATA} has it. */
class FashionMnistTest {
    @Test
    void isTheWholeSetInItsOrder() {
        Split split =
                new FashionMnist().load(RealSets.require("fashion-mnist"), Run.quiet(Seed.of(1)));
        assertEquals(3_431_114_169L, RealSets.pixelSum(split.train().inputs(), 255));
        assertEquals(573_469_082L, RealSets.pixelSum(split.test().inputs(), 255));
        assertArrayEquals(
                new int[] {9, 0, 0, 3, 0, 2, 7, 2, 5, 5},
                Arrays.copyOf(split.train().requireLabels().toArray(), 10));
        assertEquals("Ankle boot", split.train().requireLabels().classes().get(9));
        assertEquals(6_000, split.train().requireLabels().rowsOf(3).length);
        assertEquals(1_000, split.test().requireLabels().rowsOf(3).length);
    }
}
