package relrep.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.plugin.Invariance;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.PointSimilarity;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.Registry;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

class CheckCommandTest {
    @TempDir Path folder;
    private Typed typed;

    /** The inner product, which claims what a test says. */
    private record Dot(Set<Invariance> invariances) implements PointSimilarity {
        @Override
        public double compare(float[] point, float[] anchor) {
            double sum = 0;
            for (int i = 0; i < point.length; i++) {
                sum += (double) point[i] * anchor[i];
            }
            return sum;
        }
    }

    @BeforeEach
    void install() {
        typed = new Typed(folder);
        typed.registry =
                new ExamplePlugins()
                        .with(
                                Kind.SIMILARITY,
                                "dot",
                                new Dot(EnumSet.of(Invariance.ORTHOGONAL, Invariance.PERMUTATION)))
                        .with(
                                Kind.SIMILARITY,
                                "boaster",
                                new Dot(EnumSet.of(Invariance.TRANSLATION)))
                        .waiting(Kind.ALIGNER, "mlp", "it needs a trainer");
    }

    @Test
    void aPluginThatKeepsItsClaimsEndsWithNought() {
        typed.type("check", "dot");
        assertEquals(0, typed.exit, typed.out);
        assertTrue(typed.out.startsWith("dot, a similarity: "), typed.out);
        assertTrue(typed.out.contains(" 0 broken"), typed.out);
        assertTrue(typed.out.contains("\n  kept     "), typed.out);
    }

    @Test
    void aBrokenClaimIsNamedAndEndsWithOne() {
        typed.type("check", "boaster");
        assertEquals(1, typed.exit, typed.out);
        assertTrue(typed.out.contains("\n  broken   "), typed.out);
        assertTrue(typed.out.lines().anyMatch(line -> line.contains("(seed 1)")), typed.out);
    }

    @Test
    void theSeedDrawsOtherExamples() {
        String out = typed.type("check", "boaster", "--seed", "7").out;
        assertTrue(out.contains("(seed 7)"), out);
    }

    @Test
    void aPluginThatCannotBeUsedIsSkipped() {
        typed.type("check", "--kind", "aligner");
        assertEquals(
                """
                mlp, an aligner: 0 kept, 0 broken, 1 skipped
                  skipped  can be used: it is waiting: it needs a trainer
                1 plugin: 0 kept, 0 broken, 1 skipped
                """,
                typed.out);
        assertEquals(0, typed.exit);
    }

    @Test
    void aPluginThatCannotBeMadeDoesNotEndTheCheckOfTheOthers() {
        Registry all = typed.registry;
        typed.registry =
                new Registry() {
                    @Override
                    public List<InstalledPlugin> installed() {
                        return all.installed();
                    }

                    @Override
                    public <R> R use(Kind kind, String name, Function<Object, R> borrower) {
                        throw new InvalidInputException(name + " could not be made: no licence");
                    }
                };
        typed.type("check", "dot", "mlp");
        assertEquals(
                """
                dot, a similarity: 0 kept, 1 broken, 0 skipped
                  broken   dot could not be made: no licence
                mlp, an aligner: 0 kept, 0 broken, 1 skipped
                  skipped  can be used: it is waiting: it needs a trainer
                2 plugins: 0 kept, 1 broken, 1 skipped
                """,
                typed.out);
        assertEquals(1, typed.exit);
    }

    @Test
    void jsonHasEveryLaw() {
        String out = typed.type("check", "boaster", "--json").out;
        assertTrue(out.contains("\"outcome\": \"broken\""), out);
        assertTrue(out.contains("\"name\": \"boaster\""), out);
        assertEquals(1, typed.exit);
    }

    @Test
    void anUnknownNameIsRefused() {
        typed.type("check", "dto");
        assertEquals(
                "relrep: unknown plugin 'dto'; did you mean 'dot'? there are boaster, dot, mlp\n",
                typed.err);
        assertEquals(2, typed.exit);
    }

    @Test
    void aCancelEndsItAndKeepsWhatWasFound() {
        Registry all = typed.registry;
        typed.registry =
                new Registry() {
                    @Override
                    public List<InstalledPlugin> installed() {
                        return all.installed();
                    }

                    @Override
                    public <R> R use(Kind kind, String name, Function<Object, R> borrower) {
                        R judged = all.use(kind, name, borrower);
                        typed.cancellation.cancel("interrupted");
                        return judged;
                    }
                };
        typed.type("check", "dot", "boaster");
        assertEquals(130, typed.exit);
        assertTrue(typed.out.startsWith("dot, a similarity: "), typed.out);
        assertTrue(typed.out.endsWith("ended early: interrupted\n"), typed.out);
        assertFalse(typed.out.contains("boaster"), typed.out);
    }
}
