package relrep.models.training;

import relrep.api.data.Labels;
import relrep.api.model.Penalty;
import relrep.api.run.Seed;
import relrep.models.layer.Stack;

import java.util.List;
import java.util.Optional;

/**
 * The penalties on the outputs of the first layers of a stack, the latents.
 *
 * @param encoder the first layers
 * @param penalties at least one
 * @param labels the classes of the training samples, if they have any
 */
public record Penalised(Stack encoder, List<Penalty> penalties, Optional<Labels> labels) {
    /**
     * Returns them for one training.
     *
     * @param seed of the batches that are drawn
     * @param steps the number of steps
     */
    PenaltyPlan during(Seed seed, long steps) {
        return new PenaltyPlan(this, seed, steps);
    }
}
