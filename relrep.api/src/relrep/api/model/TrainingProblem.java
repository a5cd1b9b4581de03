package relrep.api.model;

import relrep.api.data.Samples;
import relrep.api.run.InvalidInputException;

import java.util.List;
import java.util.Optional;

/**
 * The input for training a network.
 *
 * @param train the samples, labelled when the objective is to classify
 * @param validation samples for early stopping and the history; never used for gradients
 * @param objective what the network is trained for
 * @param bottleneck the layer between encoder and decoder
 * @param penalties terms of the training loss besides the objective's own; an architecture takes
 *     them if it {@linkplain Architecture#takesPenalties() says so}
 */
public record TrainingProblem(
        Samples train,
        Optional<Samples> validation,
        Objective objective,
        Bottleneck bottleneck,
        List<Penalty> penalties) {
    /** Checks that the penalties can be computed. */
    public TrainingProblem {
        penalties = List.copyOf(penalties);
        for (Penalty penalty : penalties) {
            if (penalty.needsLabels() && train.labels().isEmpty()) {
                throw new InvalidInputException(
                        "a penalty on the classes of samples needs labels, and the training"
                                + " samples have none");
            }
            if (penalty.needsRelative() && !(bottleneck instanceof Bottleneck.Relative)) {
                throw new InvalidInputException(
                        "a penalty on similarities to anchors needs a network that is trained"
                                + " through a similarity, and this one is trained on its latents");
            }
        }
    }

    /** Makes a problem without penalties. */
    public TrainingProblem(
            Samples train,
            Optional<Samples> validation,
            Objective objective,
            Bottleneck bottleneck) {
        this(train, validation, objective, bottleneck, List.of());
    }

    /**
     * Checks that there are no penalties, for an architecture that does not take any.
     *
     * @param architecture its name
     * @throws InvalidInputException when there are some
     */
    public void requireNoPenalties(String architecture) {
        if (!penalties.isEmpty()) {
            throw new InvalidInputException(
                    "%s must be trained without penalties; there %s"
                            .formatted(
                                    architecture,
                                    penalties.size() == 1 ? "is 1" : "are " + penalties.size()));
        }
    }
}
