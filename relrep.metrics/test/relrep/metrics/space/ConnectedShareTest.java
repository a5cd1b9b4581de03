package relrep.metrics.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.metric.Score;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.DynamicChecks;
import relrep.metrics.space.ConnectedShare.Interval;
import relrep.metrics.space.ConnectedShare.Options;

import java.util.List;
import java.util.stream.Stream;

class ConnectedShareTest {
    /** On a line: class a has gaps 1, 2 and 1; class b has gaps 1 and 5; class c is one sample. */
    private static final Space LINE =
            Space.of(
                    "line",
                    Matrix.of(8, 1, 0, 1, 3, 4, 10, 11, 16, 99),
                    Labels.of(List.of("a", "b", "c"), 0, 0, 0, 0, 1, 1, 1, 2));

    @TestFactory
    Stream<DynamicTest> keepsItsContract() {
        return DynamicChecks.of(new ConnectedShare());
    }

    /** Whole classes are the batches, so each is connected or not. */
    @ParameterizedTest
    @CsvSource({
        "3, open, 1, 0",
        "2, open, 0, 0",
        "2, closed, 1, 0",
        "5, open, 1, 0",
        "5, closed, 1, 1",
        "5.01, open, 1, 1",
        ".5, closed, 0, 0"
    })
    void aSmallClassIsOneBatch(double beta, String interval, double a, double b) {
        Score score = measure(LINE, new Options(beta, 16, 100, interval(interval)));
        assertEquals(a, score.details().get("class a"));
        assertEquals(b, score.details().get("class b"));
        assertEquals(1, score.details().get("class c"), "a sample alone");
        assertEquals((a + b + 1) / 3, score.value());
    }

    /** Pairs of class a: of its six, one is 1 apart twice, so the share below 1.5 is a third. */
    @Test
    void theShareIsThatOfAllBatches() {
        Score score = measure(LINE, new Options(1.5, 2, 20_000, Interval.OPEN));
        assertEquals(1 / 3., score.details().get("class a"), .02);
        assertEquals(1 / 3., score.details().get("class b"), .02);
    }

    @Test
    void equalSamplesCountWhereTheIntervalIsClosed() {
        Space twins = Space.of("twins", Matrix.of(2, 2, 1, 2, 1, 2), Labels.of(List.of("a"), 0, 0));
        assertEquals(0, measure(twins, new Options(3, 16, 100, Interval.OPEN)).value());
        assertEquals(1, measure(twins, new Options(3, 16, 100, Interval.CLOSED)).value());
    }

    @Test
    void noSampleIsRefused() {
        Space empty = Space.of("empty", Matrix.of(0, 1), Labels.of(List.of("a")));
        assertEquals(
                "at least 1 sample is needed, 'empty' has 0",
                assertThrows(
                                InvalidInputException.class,
                                () -> new ConnectedShare().measure(empty, Run.quiet(Seed.of(1))))
                        .getMessage());
    }

    private static Interval interval(String word) {
        return word.equals("open") ? Interval.OPEN : Interval.CLOSED;
    }

    private static Score measure(Space space, Options options) {
        return new ConnectedShare().with(options).measure(space, Run.quiet(Seed.of(1)));
    }
}
