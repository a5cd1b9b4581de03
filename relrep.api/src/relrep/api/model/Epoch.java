package relrep.api.model;

import java.util.OptionalDouble;

/**
 * The losses of one epoch.
 *
 * @param number from 1
 * @param trainLoss mean over the training samples, as seen while training
 * @param validationLoss mean over the validation samples after the epoch, where there are any
 */
public record Epoch(int number, double trainLoss, OptionalDouble validationLoss) {}
