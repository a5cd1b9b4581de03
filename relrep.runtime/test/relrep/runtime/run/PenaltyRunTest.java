package relrep.runtime.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.run.InvalidInputException;
import relrep.runtime.experiment.RunOutcome;
import relrep.runtime.experiment.RunOutcome.End;
import relrep.runtime.wiring.RequiredPlugins;
import relrep.workbench.plugins.Kind;

import java.nio.file.Path;
import java.util.List;

/** Tests networks with penalties, in chains. */
class PenaltyRunTest {
    private static final String PLAIN =
            """
            name: tiny
            kind: [describe, stitch]
            data: heaps
            networks: {a: rotor, b: rotor(steps=2)}
            width: 2
            seeds: 1
            anchors: draw(count=4)
            similarity: slope
            bridges: absolute
            metrics: [level, wrong]
            controls: [own]
            """;

    @TempDir private Path root;

    private TinyWorld world;

    @BeforeEach
    void begin() {
        world = new TinyWorld(root);
    }

    private List<String> trainings() {
        return world.trainings.stream().sorted().toList();
    }

    private static double level(RunOutcome outcome, String network) {
        return outcome.rows().stream()
                .filter(row -> row.metric().equals("level"))
                .filter(row -> row.factors().get("source").equals(network))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void penaltiesAreForAllNetworksOrForOne() {
        RunOutcome all = world.run("all", 2, PLAIN, "penalties=[sum]");
        assertEquals(End.DONE, all.end());
        assertEquals(0, all.exitCode());
        assertEquals(List.of("network, penalties 1", "network, penalties 1"), trainings());
        world.trainings.clear();
        world.run(
                "one",
                2,
                PLAIN,
                "penalties=[sum]",
                "networks.b={architecture: rotor, penalties: []}");
        assertEquals(List.of("network"), trainings());
        world.trainings.clear();
        world.run("both", 2, PLAIN, "networks.b={architecture: rotor(steps=3), penalties: sum}");
        assertEquals(List.of("network", "network, penalties 1"), trainings());
    }

    /** The network that has none is taken from the cache, with its value. */
    @Test
    void aNetworkWithoutPenaltiesStaysAsItWas() {
        RunOutcome plain = world.run("plain", 2, PLAIN);
        world.trainings.clear();
        RunOutcome one =
                world.run(
                        "one",
                        2,
                        PLAIN,
                        "networks.b={architecture: rotor(steps=2), penalties: sum}");
        assertEquals(List.of("network, penalties 1"), trainings());
        assertEquals(level(plain, "a"), level(one, "a"));
        assertNotEquals(level(plain, "b"), level(one, "b"));
    }

    @Test
    void anExperimentWaitsForItsPenalties() {
        assertTrue(
                RequiredPlugins.of(TinyWorld.define(PLAIN, "penalties=sum")).uses().stream()
                        .anyMatch(use -> use.kind() == Kind.PENALTY && use.name().equals("sum")));
        assertFalse(
                RequiredPlugins.of(TinyWorld.define(PLAIN)).uses().stream()
                        .anyMatch(use -> use.kind() == Kind.PENALTY));
    }

    private String refusal(String... settings) {
        return assertThrows(InvalidInputException.class, () -> world.run(null, 1, PLAIN, settings))
                .getMessage()
                .replaceFirst("^.*: (?=the )", "");
    }

    @Test
    void whatCannotBePenalisedIsRefusedBeforeTraining() {
        assertEquals(
                "the architecture 'rotor(deaf=true)' of the network 'a' takes no penalties, such as"
                        + " 'sum'; conv, dense and vit do",
                refusal("penalties=sum", "networks.a=rotor(deaf=true)"));
        assertEquals(
                "the penalty 'related' needs similarities to anchors, and the network 'a' is also"
                        + " trained on its latents; only the bridge relative-end-to-end and the"
                        + " control own-relative-end-to-end train it through a similarity",
                refusal("penalties=related"));
        assertEquals(
                "the network 'a' is an encoder, which is not trained, so it takes no 'penalties'",
                refusal("networks.a={encoder: minilm, penalties: sum}"));
        assertEquals(List.of(), trainings());
    }

    @Test
    void aPenaltyOnSimilaritiesGoesWithTrainingThroughThem() {
        RunOutcome outcome =
                world.run(
                        "out",
                        1,
                        PLAIN,
                        "kind=stitch",
                        "penalties=[related]",
                        "bridges=relative-end-to-end",
                        "metrics=wrong",
                        "controls=[own-relative-end-to-end]");
        assertEquals(0, outcome.exitCode());
        String through = "network through 4, every 1, false, penalties 1";
        assertEquals(List.of(through, through), trainings());
    }
}
