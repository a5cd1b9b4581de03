package relrep.api.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.AnchorSelector;
import relrep.api.data.Anchors;
import relrep.api.data.Space;
import relrep.api.plugin.Option;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

class TunableChecksTest {
    private static final AnchorSelector FIRST = (space, run) -> Anchors.ofRows(0);

    /** An anchor selector whose options are what the tests are about. */
    private record Fake<O extends Record>(O options, Function<O, O> taken)
            implements AnchorSelector, Tunable<AnchorSelector, O> {
        static <O extends Record> Fake<O> of(O options) {
            return new Fake<>(options, Function.identity());
        }

        @Override
        public AnchorSelector with(O other) {
            return new Fake<>(taken.apply(other), taken);
        }

        @Override
        public Anchors select(Space space, Run run) {
            return FIRST.select(space, run);
        }
    }

    enum Order {
        RISING,
        FALLING
    }

    record Sound(
            @Option(value = "how many of them", min = 1, max = 100) int count,
            @Option(value = "how far they may be apart", min = 0) double distance,
            @Option(value = "widths of the layers", min = 1) List<Integer> widths,
            @Option("which comes first") Order order,
            @Option("whether each may come twice") boolean twice) {
        Sound {
            require("count", count >= 1 && count <= 100, count);
            require("distance", distance >= 0, distance);
            require("widths", widths.stream().allMatch(width -> width >= 1), widths);
        }

        private static void require(String name, boolean holds, Object value) {
            if (!holds) {
                throw new InvalidInputException(name + " must be in its range, not " + value);
            }
        }
    }

    record Grouped(@Option("whether each may come twice") boolean twice, Outside shared) {}

    record Doubled(@Option(value = "how many at most", min = 1) int count, Outside shared) {}

    record Odd(@Option("a type that cannot be written") Object thing) {}

    record Undescribed(int count) {}

    record Outside(@Option(value = "how many of them", min = 1) int count) {}

    record Curt(@Option(value = "how many of them", min = 1) int count) {
        Curt {
            if (count < 1) {
                throw new InvalidInputException("count is far too small");
            }
        }
    }

    record Unfriendly(@Option(value = "how many of them", min = 1) int count) {
        Unfriendly {
            if (count == 1) {
                throw new InvalidInputException("no");
            }
        }
    }

    private static final Sound DEFAULTS = new Sound(3, 0.5, List.of(8), Order.RISING, false);

    @TestFactory
    Stream<DynamicTest> laws() {
        return new CounterExamples()
                .sound("tunable", Fake.of(DEFAULTS))
                .sound(
                        "tunable whose record leaves its range to the parser",
                        Fake.of(new Outside(1)))
                .sound(
                        "tunable that shares options with others",
                        Fake.of(new Grouped(true, new Outside(1))))
                .without(FIRST)
                .broken(
                        "has the options that it was given, and leaves the service alone",
                        new Fake<>(DEFAULTS, o -> new Sound(4, 0, List.of(), Order.RISING, true)))
                .broken("has options of types that can be written", Fake.of(new Odd("")))
                .broken("has no two options of one name", Fake.of(new Doubled(1, new Outside(1))))
                .broken("describes every option", Fake.of(new Undescribed(1)))
                .broken("has defaults within their ranges", Fake.of(new Outside(0)))
                .broken("takes the ends of each range, or says why not", Fake.of(new Unfriendly(2)))
                .broken(
                        "says what was where it refuses options beyond their range itself",
                        Fake.of(new Curt(1)))
                .tests();
    }

    @Test
    void variesEnumsAndBooleansOneAtATime() {
        List<String> names = Variant.of(Fake.of(DEFAULTS)).stream().map(Variant::name).toList();
        assertEquals(List.of("order=falling", "twice=true"), names);
    }
}
