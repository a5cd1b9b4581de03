package relrep.models.training;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.model.Penalty;
import relrep.api.model.PenaltyBatch;
import relrep.api.model.PenaltyValue;
import relrep.api.model.Sampling;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Seed;

import java.util.List;
import java.util.Optional;

/**
 * The penalties of one training.
 *
 * @param penalised the penalties and the encoder
 * @param seed of the batches that are drawn
 * @param steps the number of steps
 */
record PenaltyPlan(Penalised penalised, Seed seed, long steps) {
    /** Returns the penalties on the training batch itself, or all others. */
    List<Penalty> penalties(boolean onTrainingBatch) {
        return penalised.penalties().stream()
                .filter(
                        penalty ->
                                onTrainingBatch
                                        == (penalty.sampling().source()
                                                == Sampling.Source.TRAINING_BATCH))
                .toList();
    }

    static boolean due(Penalty penalty, long step) {
        return step % penalty.sampling().every() == 0;
    }

    /**
     * Returns the value and gradient of a penalty.
     *
     * @param samples the numbers of the samples
     */
    PenaltyValue measure(
            Penalty penalty, Matrix latents, Optional<Matrix> relative, int[] samples, long step) {
        Optional<Labels> labels = penalised.labels().map(all -> all.select(samples));
        PenaltyValue value =
                penalty.measure(new PenaltyBatch(latents, relative, labels, step, steps));
        requireShape(value.latents(), latents, "latents");
        value.relative()
                .ifPresent(
                        gradient ->
                                requireShape(
                                        gradient,
                                        relative.orElse(Matrix.of(latents.rows(), 0)),
                                        "similarities"));
        return value;
    }

    private static void requireShape(Matrix gradient, Matrix values, String what) {
        if (gradient.rows() != values.rows() || gradient.cols() != values.cols()) {
            throw new InvalidInputException(
                    "the gradient of a penalty must have the shape %d × %d of the %s, not %d × %d"
                            .formatted(
                                    values.rows(),
                                    values.cols(),
                                    what,
                                    gradient.rows(),
                                    gradient.cols()));
        }
    }
}
