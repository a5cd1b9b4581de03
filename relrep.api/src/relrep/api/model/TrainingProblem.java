package relrep.api.model;

import relrep.api.data.Samples;

import java.util.Optional;

/**
 * The input for training a network.
 *
 * @param train the samples, labelled when the objective is to classify
 * @param validation samples for early stopping and the history; never used for gradients
 * @param objective what the network is trained for
 * @param bottleneck the layer between encoder and decoder
 */
public record TrainingProblem(
        Samples train, Optional<Samples> validation, Objective objective, Bottleneck bottleneck) {}
