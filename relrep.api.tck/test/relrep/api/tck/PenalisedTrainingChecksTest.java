package relrep.api.tck;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.model.Penalty;
import relrep.api.model.PenaltyBatch;
import relrep.api.model.Sampling;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class PenalisedTrainingChecksTest {
    private static final double RATE = 2e-3;

    @TestFactory
    Stream<DynamicTest> laws() {
        return new CounterExamples()
                .without(new LinearNetwork(RATE))
                .sound("penalised network", new PenalisedNetwork(RATE))
                .broken(
                        "trains the same bytes with a penalty of 0",
                        new PenalisedNetwork(RATE) {
                            @Override
                            Matrix gradient(Penalty penalty, Matrix gradient) {
                                return Numbers.matrix(
                                        gradient.rows(), gradient.cols(), (i, j) -> 1e-3);
                            }
                        })
                .broken("pulls latents where a penalty pulls them", deaf(true))
                .broken("pulls latents where a penalty on single classes does", deaf(false))
                .broken(
                        "gives a penalty the whole training batch at each step",
                        new PenalisedNetwork(RATE) {
                            @Override
                            PenaltyBatch seen(PenaltyBatch batch) {
                                return new PenaltyBatch(
                                        batch.latents(),
                                        batch.relative(),
                                        batch.labels(),
                                        0,
                                        batch.steps());
                            }
                        })
                .broken(
                        "gives a penalty the batches that it asks for",
                        new PenalisedNetwork(RATE) {
                            @Override
                            List<int[]> batches(Sampling s, Samples all, int[] batch, long step) {
                                return List.of(batch);
                            }
                        })
                .broken(
                        "gives a penalty similarities to anchors, if there are any",
                        new PenalisedNetwork(RATE) {
                            @Override
                            PenaltyBatch seen(PenaltyBatch batch) {
                                return new PenaltyBatch(
                                        batch.latents(),
                                        Optional.empty(),
                                        batch.labels(),
                                        batch.step(),
                                        batch.steps());
                            }
                        })
                .tests();
    }

    /** Hears only the penalties on the training batch, or only the others. */
    private static PenalisedNetwork deaf(boolean toTrainingBatches) {
        return new PenalisedNetwork(RATE) {
            @Override
            Matrix gradient(Penalty penalty, Matrix gradient) {
                boolean heard = onTrainingBatch(penalty) != toTrainingBatches;
                return Numbers.changed(gradient, (i, j) -> heard ? 1 : 0);
            }
        };
    }
}
