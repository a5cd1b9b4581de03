package relrep.datasets.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.data.Split;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class DigitsTest {
    @Test
    void areTheFirst1437ToTrainAndTheRestToTest() {
        Split split = load(new Digits());
        assertEquals(1_437, split.train().size());
        assertEquals(360, split.test().size());
        assertEquals(new Shape(1, 8, 8), split.train().shape());
        assertEquals(449_372, RealSets.pixelSum(split.train().inputs(), 16));
        assertEquals(112_346, RealSets.pixelSum(split.test().inputs(), 16));
        assertEquals(5 / 16f, split.train().inputs().get(0, 2), "0,0,5,13,9,1,… in the file");
        assertArrayEquals(
                new int[] {143, 146, 142, 146, 144, 145, 144, 143, 141, 143},
                counts(split.train()));
        assertArrayEquals(new int[] {35, 36, 35, 37, 37, 37, 37, 36, 33, 37}, counts(split.test()));
        assertEquals(8, split.test().requireLabels().get(359));
        assertEquals(Map.of(Digits.FILE, Digits.SHA256), split.checksums());
    }

    @Test
    void areStandardWithTheConstantsOfTheTrainingPart() {
        Samples train =
                load(new Digits().with(new ImageOptions(0, 0, List.of(), Scale.STANDARD))).train();
        double sum = 0;
        double squares = 0;
        for (float value : train.inputs().toArray()) {
            sum += value;
            squares += (double) value * value;
        }
        double n = 1_437 * 64;
        assertEquals(0, sum / n, 2e-4, "0.3054 is rounded to four digits");
        assertEquals(1, Math.sqrt(squares / n), 2e-4);
    }

    @Test
    void reachFromMinusOneToOneWhenAsked() {
        float[] values =
                load(new Digits().with(new ImageOptions(0, 0, List.of(), Scale.MINUS_ONE_ONE)))
                        .test()
                        .inputs()
                        .toArray();
        double[] sorted = IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
        Arrays.sort(sorted);
        assertEquals(-1, sorted[0]);
        assertEquals(1, sorted[sorted.length - 1]);
    }

    @Test
    void cutFirstAndChooseClassesThen() {
        Split split = load(new Digits().with(new ImageOptions(10, 0, List.of(7, 1), Scale.UNIT)));
        assertArrayEquals(
                new int[] {0, 1},
                split.train().requireLabels().toArray(),
                "of 0 1 2 … 9 stay 1 and 7");
        assertEquals(36 + 36, split.test().size());
        assertEquals(List.of("1", "7"), split.test().requireLabels().classes());
    }

    @Test
    void refuseMoreThanThereIs() {
        Dataset digits = new Digits().with(new ImageOptions(8_000, 0, List.of(), Scale.UNIT));
        assertEquals(
                "train of 'digits' must be at most the 1437 samples that there are, not 8000",
                assertThrows(InvalidInputException.class, () -> load(digits)).getMessage());
    }

    private static int[] counts(Samples samples) {
        return IntStream.range(0, 10)
                .map(label -> samples.requireLabels().rowsOf(label).length)
                .toArray();
    }

    private static Split load(Dataset digits) {
        DataPlaces nowhere = new DataPlaces(List.of(), Path.of("no-such-cache"), false);
        return digits.load(nowhere, Run.quiet(Seed.of(1)));
    }
}
