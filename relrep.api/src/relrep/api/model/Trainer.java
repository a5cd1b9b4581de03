package relrep.api.model;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

/**
 * Trains a small fully connected network from given inputs to given targets. A service without a
 * name, for plugins that learn a map, for example the aligner by a multi-layer perceptron.
 *
 * <p>Laws: those of {@link Architecture}.
 */
@ConsumerType
public interface Trainer {
    /** Returns the map learnt. */
    Regressor train(Regression problem, Run run);

    /**
     * Restores a map from its {@link Regressor#state()}. It computes exactly what the original
     * computed.
     *
     * @throws relrep.api.run.InvalidInputException when the state belongs to another trainer
     */
    default Regressor restore(NetworkState state) {
        throw new InvalidInputException(
                "a map can be made again by a trainer that keeps maps, and %s does not"
                        .formatted(getClass().getSimpleName()));
    }
}
