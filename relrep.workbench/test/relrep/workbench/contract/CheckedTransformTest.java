package relrep.workbench.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.counterexample.BadPlugins;
import relrep.api.tck.counterexample.BadPlugins.Bad;
import relrep.api.tck.counterexample.BadTransforms;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.Transform;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class CheckedTransformTest {
    private static final Matrix ROWS = BadPlugins.ones(4, 2);

    @TestFactory
    Stream<DynamicTest> aBrokenContractIsOneSentence() {
        return Stream.concat(BadTransforms.images().stream(), BadTransforms.fits().stream())
                .map(bad -> DynamicTest.dynamicTest(bad.what(), () -> requireSentence(bad)));
    }

    private static void requireSentence(Bad<Transform> bad) {
        String message =
                assertThrows(
                                PluginFailureException.class,
                                () -> fit("bad", bad.plugin()).apply(ROWS))
                        .getMessage();
        assertTrue(
                message.matches(bad.sentence() + "(;.*)?"),
                () -> "'%s' is not '%s'".formatted(message, bad.sentence()));
    }

    private static FittedTransform fit(String name, Transform transform) {
        return CheckedPlugin.of(Transform.class, name, transform)
                .fit(Space.of("a", ROWS), Run.quiet(Seed.of(1)));
    }

    @Test
    void aSoundOneWorks() {
        assertEquals(ROWS, fit("good", BadTransforms.good()).apply(ROWS));
    }

    /** It takes rows of any width and returns two coordinates. */
    @Test
    void otherWidthsMustBeRefused() {
        Transform lax = (training, run) -> new Narrowing(Map.of());
        assertEquals(
                "transform 'lax': apply must refuse rows of 3 coordinates, since it was fitted on"
                        + " 2",
                assertThrows(
                                PluginFailureException.class,
                                () -> fit("lax", lax).apply(BadPlugins.ones(4, 3)))
                        .getMessage());
    }

    @Test
    void theInverseMustLeadBackToTheWidth() {
        Transform lax = (training, run) -> new Narrowing(Map.of());
        assertEquals(
                "transform 'lax': inverse must lead back to 2 coordinates, not to 1",
                assertThrows(PluginFailureException.class, () -> fit("lax", lax).inverse())
                        .getMessage());
    }

    @Test
    void diagnosticsMustBeNumbers() {
        Transform lax = (training, run) -> new Narrowing(Map.of("rank", Double.NaN));
        assertEquals(
                "transform 'lax': diagnostics must return finite numbers by name, but 'rank' is"
                        + " NaN",
                assertThrows(PluginFailureException.class, () -> fit("lax", lax).diagnostics())
                        .getMessage());
    }

    private record Narrowing(Map<String, Double> diagnostics) implements FittedTransform {
        @Override
        public Matrix apply(Matrix latents) {
            return BadPlugins.ones(latents.rows(), 1);
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public Optional<FittedTransform> inverse() {
            return Optional.of(this);
        }
    }
}
