package relrep.api.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Dataset;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.data.Split;
import relrep.api.run.UnavailableException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class DatasetChecksTest {
    private static final Map<String, String> SUMS = Map.of("file", "0f".repeat(32));
    private static final Dataset SOUND =
            (places, run) -> new Split(samples(4, 2, 1), samples(2, 2, 1), SUMS);

    private static Samples samples(int n, int classes, float value) {
        Labels labels = Cloud.labels(n, classes);
        Matrix inputs = Numbers.matrix(n, 3, (i, j) -> value + i + j);
        return new Samples(inputs, Shape.vector(3), Optional.of(labels));
    }

    private static Dataset split(Samples train, Samples test, Map<String, String> sums) {
        return (places, run) -> new Split(train, test, sums);
    }

    @TestFactory
    Stream<DynamicTest> laws() {
        AtomicInteger calls = new AtomicInteger();
        Samples good = samples(4, 2, 1);
        return new CounterExamples()
                .sound("numbers", SOUND)
                .broken("has samples to train and to test", split(good, good.rows(0, 0), SUMS))
                .broken(
                        "has one shape, and the same classes, in both parts",
                        split(good, samples(4, 3, 1), SUMS))
                .broken(
                        "has the content that it says, and keys that differ",
                        split(good.keyed(List.of("a", "b", "c", "a")), good, SUMS))
                .broken("has finite inputs", split(good, samples(2, 2, Float.NaN), SUMS))
                .broken(
                        "gives the checksum of each file it read",
                        split(good, good, Map.of("file", "12 kB")))
                .broken(
                        "loads the same samples again",
                        (Dataset)
                                (places, run) ->
                                        new Split(
                                                samples(4, 2, calls.incrementAndGet()), good, SUMS))
                .broken(
                        "says how to get its files where there are none",
                        (Dataset)
                                (places, run) -> {
                                    throw new UnavailableException("no", null);
                                })
                .tests();
    }

    @Test
    void isSkippedWithItsOwnSentenceWhereItsFilesAreNot() {
        Dataset absent =
                (places, run) -> {
                    throw new UnavailableException("put file.gz into a folder", null);
                };
        Verdict verdict = Checks.of(absent).get(0).judge();
        assertEquals(Verdict.Outcome.SKIPPED, verdict.outcome());
        assertEquals("put file.gz into a folder", verdict.reason());
    }
}
