package relrep.models.training;

import relrep.api.model.Epoch;

import java.util.List;

/**
 * The result of training.
 *
 * @param weights the last weights, or the best ones with early stopping
 * @param history the losses of every epoch
 */
public record TrainingResult(Weights weights, List<Epoch> history) {}
