package relrep.runtime.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.data.Dataset;
import relrep.api.plugin.Option;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.runtime.cell.ResolvedPlugin;
import relrep.runtime.experiment.LocatedExpression;
import relrep.runtime.experiment.SourceLocation;
import relrep.runtime.wiring.ChainPlugins;
import relrep.runtime.wiring.ChainPlugins.Given;
import relrep.runtime.wiring.RequiredPlugins;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.Options;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tests plugins that use other plugins. */
class InnerPluginsTest {
    private record Outer(Choice options) implements Dataset, Tunable<Dataset, Outer.Choice> {
        record Choice(@Option(value = "what is shown", plugin = Dataset.class) String inner) {}

        @Override
        public Dataset with(Choice other) {
            return new Outer(other);
        }

        @Override
        public relrep.api.data.Split load(relrep.api.data.DataPlaces p, relrep.api.run.Run run) {
            throw new UnsupportedOperationException();
        }
    }

    private static final Outer OUTER = new Outer(new Outer.Choice("heaps"));

    private static ChainPlugins parts(String innerCode) {
        return new ChainPlugins(
                List.of(
                        new Given(Kind.DATASET, "outer", OUTER, () -> "code of outer"),
                        new Given(Kind.DATASET, "heaps", new Tiny.Heaps(), () -> innerCode)));
    }

    private static ResolvedPlugin<Dataset> part(String expression, String innerCode) {
        return parts(innerCode).get(Kind.DATASET, Dataset.class, written(expression));
    }

    private static LocatedExpression written(String expression) {
        return new LocatedExpression(
                Expression.parse(expression), new SourceLocation("tiny.yaml", 4));
    }

    @Test
    void theInnerOneIsWrittenCanonically() {
        Stream.of("outer", "outer(inner=heaps)", "outer(inner=heaps:train=40)")
                .forEach(text -> assertEquals("outer", part(text, "x").expression().toString()));
        ResolvedPlugin<Dataset> part = part("outer:inner=heaps(heaps=4,train=40)", "x");
        assertEquals("outer(inner=heaps(heaps=4))", part.expression().toString());
        assertTrue(part.options().contains("inner=heaps(heaps=4)"), part.options());
    }

    @Test
    void resultsDependOnTheInnerOnesCodeAndOnAllItsOptions() {
        assertEquals(part("outer", "x").identity(), part("outer(inner=heaps)", "x").identity());
        assertNotEquals(part("outer", "x").identity(), part("outer", "y").identity());
        assertNotEquals(
                part("outer", "x").identity(), part("outer(inner=heaps:train=41)", "x").identity());
        String identity = part("outer", "x").identity();
        assertTrue(identity.contains("train=40"), identity);
    }

    @Test
    void anInnerOneThatIsNotThereOrRefusesIsRefusedWithItsPlace() {
        assertEquals(
                "tiny.yaml:4: unknown dataset 'heap'; did you mean 'heaps'? there are heaps, outer",
                refusal("outer(inner=heap)"));
        assertEquals(
                "tiny.yaml:4: heaps: train must be at least 1, not 0",
                refusal("outer(inner=heaps(train=0))"));
    }

    private static String refusal(String expression) {
        return assertThrows(InvalidInputException.class, () -> part(expression, "x")).getMessage();
    }

    @Test
    void whatOptionsNameIsRequiredAsSoonAsTheOuterOneIsThere() {
        RequiredPlugins named =
                new RequiredPlugins(
                        List.of(
                                new RequiredPlugins.Use(
                                        Kind.DATASET, written("outer(inner=outer)"))),
                        Map.of());
        assertEquals(named, named.through(use -> List.of()));
        RequiredPlugins through =
                named.through(
                        use ->
                                use.name().equals("outer")
                                        ? Options.of("outer", OUTER).fields()
                                        : List.of());
        assertEquals(
                List.of("outer(inner=outer)", "outer", "heaps"),
                through.uses().stream().map(use -> use.written().toString()).toList());
    }
}
