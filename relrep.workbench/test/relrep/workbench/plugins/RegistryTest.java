package relrep.workbench.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.run.InvalidInputException;
import relrep.workbench.plugins.InstalledPlugin.State;

import java.util.List;
import java.util.function.Function;

class RegistryTest {
    private static final Registry REGISTRY = new FourAligners();

    private static String refused(Kind kind, String name) {
        return assertThrows(InvalidInputException.class, () -> REGISTRY.require(kind, name))
                .getMessage();
    }

    @Test
    void aPluginThatIsThereIsFound() {
        assertEquals("linear", REGISTRY.require(Kind.ALIGNER, "linear").name());
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearestAndAll() {
        assertEquals(
                "unknown aligner 'orthogonl'; did you mean 'orthogonal'?"
                        + " there are gpu, linear, mlp, orthogonal",
                refused(Kind.ALIGNER, "orthogonl"));
        assertEquals(
                "unknown aligner 'xyz'; there are gpu, linear, mlp, orthogonal",
                refused(Kind.ALIGNER, "xyz"));
        assertEquals("unknown dataset 'mnist'; there are none", refused(Kind.DATASET, "mnist"));
    }

    @Test
    void oneThatCouldNotBeMadeIsRefusedWithTheReason() {
        assertEquals(
                "aligner 'gpu' could not be made: no licence file", refused(Kind.ALIGNER, "gpu"));
    }

    @Test
    void aWaitingOneIsRefusedWithWhatItWaitsFor() {
        assertEquals("aligner 'mlp' is waiting: it needs a trainer", refused(Kind.ALIGNER, "mlp"));
    }

    @Test
    void ofAFailureOnlyWhatWasThrownFirstIsTold() {
        String trace =
                """
                java.lang.reflect.InvocationTargetException
                \tat java.base/x.y(Z.java:1)
                Caused by: java.lang.IllegalStateException: no licence file
                \tat com.failing.Failing.<init>(Failing.java:6)
                \t... 74 more
                """;
        assertEquals("no licence file", UnsatisfiedPlugins.cause(trace));
        assertEquals("x.Odd: why", UnsatisfiedPlugins.cause("x.Odd: why"));
        assertEquals("java.lang.Error", UnsatisfiedPlugins.cause("java.lang.Error\n\tat x"));
        assertEquals("it does not say why", UnsatisfiedPlugins.cause(""));
    }

    @ParameterizedTest
    @CsvSource({
        "aligner,ALIGNER",
        "aligners,ALIGNER",
        "similarities,SIMILARITY",
        "anchor-selector,ANCHOR_SELECTOR",
        "anchor-selectors,ANCHOR_SELECTOR"
    })
    void aKindIsNamedInTheSingularOrThePlural(String text, Kind kind) {
        assertEquals(kind, Kind.of(text));
    }

    @Test
    void anUnknownKindIsRefused() {
        assertEquals(
                "unknown kind 'metrik'; did you mean 'metric'? there are aligner,"
                        + " anchor-selector, architecture, dataset, encoder, experiment, metric,"
                        + " penalty, reporter, similarity, transform, vector-format",
                assertThrows(InvalidInputException.class, () -> Kind.of("metrik")).getMessage());
    }

    @ParameterizedTest
    @CsvSource({"rigdi,rigid", "Rigid,rigid", "ridgee,ridge", "cosin,cosine"})
    void aTypingErrorOrASwapIsNear(String given, String meant) {
        List<String> known = List.of("cosine", "ridge", "rigid");
        assertEquals(meant, Nearest.to(given, known).orElse("nothing"));
    }

    private static final class FourAligners implements Registry {
        @Override
        public List<InstalledPlugin> installed() {
            return List.of(
                    aligner("gpu", State.FAILED, "no licence file"),
                    aligner("linear", State.READY, ""),
                    aligner("mlp", State.WAITING, "it needs a trainer"),
                    aligner("orthogonal", State.READY, ""));
        }

        private static InstalledPlugin aligner(String name, State state, String reason) {
            return new InstalledPlugin(Kind.ALIGNER, name, "", "", "test", "1.0.0", state, reason);
        }

        @Override
        public <R> R use(Kind kind, String name, Function<Object, R> borrower) {
            return borrower.apply(require(kind, name));
        }
    }
}
