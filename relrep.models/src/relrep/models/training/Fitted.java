package relrep.models.training;

import relrep.api.model.Epoch;

import java.util.List;

/**
 * What came of training.
 *
 * @param weights the last ones, or the best of early stopping
 * @param history the losses of every epoch
 */
public record Fitted(Weights weights, List<Epoch> history) {}
