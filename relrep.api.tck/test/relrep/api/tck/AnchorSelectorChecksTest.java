package relrep.api.tck;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.AnchorSelector;
import relrep.api.data.Anchors;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class AnchorSelectorChecksTest {
    private static final AnchorSelector RANDOM =
            (space, run) -> {
                if (space.size() < 10) {
                    throw new InvalidInputException(
                            "10 anchors need as many samples, there are " + space.size());
                }
                return Anchors.ofRows(Arrays.copyOf(run.seed().permutation(space.size()), 10));
            };

    @TestFactory
    Stream<DynamicTest> laws() {
        AtomicInteger calls = new AtomicInteger();
        return new CounterExamples()
                .sound("random", RANDOM)
                .broken(
                        "takes each sample at most once, and only samples that there are",
                        (AnchorSelector) (space, run) -> Anchors.ofRows(1, 2, 1))
                .broken(
                        "chooses alike for the same space and seed",
                        (AnchorSelector) (s, r) -> Anchors.ofRows(calls.incrementAndGet()))
                .broken("does not remember what it chose before", remembering())
                .broken(
                        "chooses what can be placed",
                        (AnchorSelector) (space, run) -> Anchors.ofRows(space.size()))
                .broken(
                        "leaves the space as it is",
                        (AnchorSelector)
                                (space, run) -> {
                                    Vandal.change(space.latents());
                                    return Anchors.ofRows(0);
                                })
                .broken(
                        "refuses, or chooses fewer, when there are too few samples",
                        (AnchorSelector) (space, run) -> Anchors.all(10))
                .broken("refuses a space without labels if it needs them", blaming())
                .tests();
    }

    private static AnchorSelector remembering() {
        Space[] first = new Space[1];
        return (space, run) -> {
            if (first[0] == null || space.width() == 3) {
                first[0] = space;
            }
            return Anchors.ofRows(first[0].width());
        };
    }

    private static AnchorSelector blaming() {
        return (space, run) -> {
            if (space.labels().isEmpty()) {
                throw new InvalidInputException("something is missing");
            }
            return RANDOM.select(space, run);
        };
    }
}
