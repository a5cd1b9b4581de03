package relrep.datasets.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.api.data.Shape;
import relrep.api.data.Split;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.Arrays;
import java.util.List;

/** Tests the real CIFAR-10, or slices of it, if {@code RELREP_DATA} has them. */
class Cifar10Test {
    @Test
    void beginsAsTheRealOneDoes() {
        Split split =
                new Cifar10()
                        .with(new ImageOptions(4_000, 1_000, List.of(), Scale.UNIT))
                        .load(RealSets.require("cifar-10"), Run.quiet(Seed.of(1)));
        assertEquals(new Shape(3, 32, 32), split.train().shape());
        assertArrayEquals(
                new int[] {6, 9, 9, 4, 1, 1, 2, 7, 8, 3},
                Arrays.copyOf(split.train().requireLabels().toArray(), 10));
        assertArrayEquals(
                new int[] {3, 8, 8, 0, 6, 6, 1, 6, 3, 1},
                Arrays.copyOf(split.test().requireLabels().toArray(), 10));
        assertEquals(317790L, RealSets.pixelSum(split.train().inputs().rows(0, 1), 255));
        assertEquals("frog", split.train().requireLabels().classes().get(6));
    }
}
