package relrep.api.model;

import relrep.api.data.Samples;

import java.util.Optional;

/**
 * What a network is trained on.
 *
 * @param train the samples, labelled when the objective is to classify
 * @param validation samples that early stopping and the history look at; never trained on
 * @param objective what for
 * @param bottleneck what stands between encoder and decoder
 */
public record TrainingProblem(
        Samples train, Optional<Samples> validation, Objective objective, Bottleneck bottleneck) {}
