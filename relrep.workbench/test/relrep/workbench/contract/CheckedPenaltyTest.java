package relrep.workbench.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.model.Architecture;
import relrep.api.model.Bottleneck;
import relrep.api.model.Objective;
import relrep.api.model.Penalty;
import relrep.api.model.PenaltyBatch;
import relrep.api.model.Sampling;
import relrep.api.model.TrainingProblem;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.counterexample.BadNetworks;
import relrep.api.tck.counterexample.BadPenalties;
import relrep.api.tck.counterexample.BadPlugins;
import relrep.api.tck.counterexample.BadPlugins.Bad;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class CheckedPenaltyTest {
    private static final Matrix LATENTS = BadPlugins.ones(4, 2);
    private static final PenaltyBatch BATCH =
            new PenaltyBatch(LATENTS, Optional.empty(), Optional.empty(), 0, 1);

    private static Penalty checked(String name, Penalty penalty) {
        return CheckedPlugin.of(Penalty.class, name, penalty);
    }

    @TestFactory
    Stream<DynamicTest> aBrokenContractIsOneSentence() {
        return BadPenalties.all().stream()
                .map(bad -> DynamicTest.dynamicTest(bad.what(), () -> requireSentence(bad)));
    }

    private static void requireSentence(Bad<Penalty> bad) {
        Penalty penalty = checked("bad", bad.plugin());
        String message =
                assertThrows(
                                PluginFailureException.class,
                                () -> {
                                    penalty.sampling();
                                    penalty.measure(BATCH);
                                })
                        .getMessage();
        assertTrue(
                message.matches(bad.sentence() + "(;.*)?"),
                () -> "'%s' is not '%s'".formatted(message, bad.sentence()));
    }

    @Test
    void aSoundOneWorks() {
        Penalty good = checked("good", BadPenalties.good());
        assertEquals(Sampling.TRAINING_BATCH, good.sampling());
        assertEquals(8, good.measure(BATCH).value());
        assertEquals(LATENTS, good.measure(BATCH).latents());
    }

    /** An architecture that ignored them would give wrong results without a word. */
    @Test
    void anArchitectureThatTakesNoPenaltiesGetsNone() {
        Architecture plain =
                CheckedPlugin.of(Architecture.class, "plain", BadNetworks.all().get(0).plugin());
        TrainingProblem problem =
                new TrainingProblem(
                        new Samples(BadPlugins.ones(4, 5), Shape.vector(5), Optional.empty()),
                        Optional.empty(),
                        Objective.RECONSTRUCT,
                        new Bottleneck.Absolute(2),
                        List.of(BadPenalties.good()));
        assertEquals(
                "architecture 'plain' must be trained without penalties; there is 1",
                assertThrows(
                                InvalidInputException.class,
                                () -> plain.train(problem, Run.quiet(Seed.of(1))))
                        .getMessage());
    }
}
