package relrep.runtime.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.experiment.Experiment;
import relrep.api.experiment.Row;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.runtime.experiment.RunOutcome;
import relrep.runtime.experiment.RunOutcome.End;
import relrep.workbench.plugins.Expression;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class ExperimentRunTest {
    @TempDir private Path root;

    private TinyWorld world;

    @BeforeEach
    void begin() {
        world = new TinyWorld(root);
    }

    private RunOutcome run(Experiment experiment) {
        return new ExperimentRun(
                        world, world.request("out", 1, false), world.cancellation, Optional::empty)
                .run(Expression.of("dice"), experiment, Run.quiet(Seed.of(1)));
    }

    private static Row row(Map<String, String> factors, double value) {
        return new Row(factors, "eyes", value, new float[0]);
    }

    @Test
    void rowsAreKeptWithColumnsOfTheirOwn() throws IOException {
        RunOutcome outcome =
                run(
                        (places, rows, run) -> {
                            rows.accept(row(Map.of("source", "red"), 3));
                            rows.accept(row(Map.of("source", "red", "table", "oak"), 4));
                            run.step(1, 1);
                        });
        assertEquals(0, outcome.exitCode());
        assertEquals(
                "experiment,dataset,architecture,target_architecture,source,target,source_seed,"
                        + "target_seed,width,target_width,anchors,bridge,similarity,metric,value,"
                        + "table\n"
                        + "dice,,,,red,,,,,,,,,eyes,3.0,\n"
                        + "dice,,,,red,,,,,,,,,eyes,4.0,oak\n",
                Files.readString(world.path("out").resolve("results.csv")));
        assertEquals("2 rows\n", outcome.summary());
    }

    @Test
    void aFailureKeepsTheRowsBeforeIt() {
        RunOutcome outcome =
                run(
                        (places, rows, run) -> {
                            rows.accept(row(Map.of(), 1));
                            throw new IllegalStateException("rolled off the table");
                        });
        assertEquals(1, outcome.exitCode());
        assertEquals(1, outcome.rows().size());
        assertEquals(
                "IllegalStateException: rolled off the table",
                outcome.failures().get(0).get("reason"));
    }

    @Test
    void aCancelKeepsTheRowsBeforeIt() {
        RunOutcome outcome =
                run(
                        (places, rows, run) -> {
                            rows.accept(row(Map.of(), 1));
                            world.cancellation.cancel("enough");
                            run.part("more", 1).step(0, 1);
                        });
        assertEquals(End.CANCELLED, outcome.end());
        assertEquals(1, outcome.rows().size());
        assertTrue(outcome.sentence().startsWith("dice ended early: enough; 1 row kept"));
    }

    @Test
    void itsSeedIsABranchOfTheNumberGiven() {
        Seed[] seen = new Seed[1];
        run((places, rows, run) -> seen[0] = run.seed());
        assertEquals(Seed.of(1).branch("dice"), seen[0]);
    }
}
