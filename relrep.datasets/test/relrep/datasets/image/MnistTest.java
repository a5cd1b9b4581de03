package relrep.datasets.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Dataset;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.data.Split;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.Arrays;
import java.util.List;

/** Tests the real MNIST, if {@code RELREP_DATA} has it. */
class MnistTest {
    @Test
    void isTheWholeSetInItsOrder() {
        Split split = load(new Mnist());
        Samples train = split.train();
        assertEquals(60_000, train.size());
        assertEquals(10_000, split.test().size());
        assertEquals(new Shape(1, 28, 28), train.shape());
        assertArrayEquals(
                new int[] {5, 0, 4, 1, 9, 2, 1, 3, 1, 4},
                Arrays.copyOf(train.requireLabels().toArray(), 10));
        assertEquals(27_525, RealSets.pixelSum(train.inputs().rows(0, 1), 255));
        assertEquals(20_920, RealSets.pixelSum(train.inputs().rows(59_999, 60_000), 255));
        assertEquals(1_567_298_545L, RealSets.pixelSum(train.inputs(), 255));
        assertEquals(264_923_200L, RealSets.pixelSum(split.test().inputs(), 255));
        assertEquals(6_742, train.requireLabels().rowsOf(1).length);
        assertEquals(4, split.checksums().size());
    }

    @Test
    void isStandardWithThePublishedConstants() {
        Samples train =
                load(new Mnist().with(new ImageOptions(0, 1, List.of(), Scale.STANDARD))).train();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < train.size(); i++) {
            for (float value : train.inputs().row(i)) {
                sum += value;
                squares += (double) value * value;
            }
        }
        double n = (double) train.size() * 784;
        assertEquals(0, sum / n, 2e-4, "0.1307 is rounded to four digits");
        assertEquals(1, Math.sqrt(squares / n), 2e-4);
    }

    @ParameterizedTest
    @CsvSource({"7, 1759, 861", "2, 1694, 868", "3, 0, 858", "6, 0, 828"})
    void keepsTwoDigitsOfTheFirst8000And4000(int other, int trained, int tested) {
        Split split =
                load(
                        new Mnist()
                                .with(
                                        new ImageOptions(
                                                8_000, 4_000, List.of(1, other), Scale.UNIT)));
        assertTrue(trained == 0 || trained == split.train().size(), "published for two pairs");
        assertEquals(tested, split.test().size());
        assertEquals(List.of("1", String.valueOf(other)), split.train().requireLabels().classes());
        assertEquals(1, Arrays.stream(split.test().requireLabels().toArray()).max().getAsInt());
    }

    private static Split load(Dataset mnist) {
        return mnist.load(RealSets.require("mnist"), Run.quiet(Seed.of(1)));
    }
}
