package relrep.similarity.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.Similarity;
import relrep.similarity.internal.AwkwardInputs.Input;
import relrep.similarity.internal.Definitions.Value;

import java.util.Map;
import java.util.stream.Stream;

/** Compares every similarity, with its options, with its definition in double on awkward inputs. */
@Tag("slow")
class AwkwardInputsTest {
    @TestFactory
    Stream<DynamicTest> similaritiesAreWhatTheyAreDefinedAs() {
        return Definitions.all().entrySet().stream()
                .flatMap(
                        entry ->
                                AwkwardInputs.all().stream()
                                        .map(
                                                input ->
                                                        DynamicTest.dynamicTest(
                                                                entry.getKey() + ": " + input,
                                                                () -> compare(entry, input))));
    }

    private static void compare(Map.Entry<String, Definitions> entry, Input input) {
        Definitions definition = entry.getValue();
        Value[][] expected = definition.values(input);
        requireEqual(expected, definition.similarity(), input, "uncalibrated");
        if (input.points().rows() > 0) {
            Similarity calibrated = definition.similarity().calibrate(input.points());
            requireEqual(expected, calibrated, input, "calibrated");
        }
    }

    private static void requireEqual(
            Value[][] expected, Similarity similarity, Input input, String how) {
        Matrix actual;
        try {
            actual = similarity.compare(input.points(), input.anchors());
        } catch (InvalidInputException e) {
            boolean large = Stream.of(expected).flatMap(Stream::of).anyMatch(Value::beyondFloats);
            String reason = large ? "where float32 ends" : "at least 1 row";
            assertTrue(e.getMessage().contains(reason), e.getMessage());
            assertTrue(large || input.points().rows() == 0, e.getMessage());
            return;
        }
        assertEquals(expected.length, actual.rows());
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i].length, actual.cols());
            for (int j = 0; j < expected[i].length; j++) {
                Value value = expected[i][j];
                assertTrue(
                        value.holds(actual.get(i, j)),
                        "%s, point %d, anchor %d: %s is not %s"
                                .formatted(how, i, j, actual.get(i, j), value));
            }
        }
    }
}
