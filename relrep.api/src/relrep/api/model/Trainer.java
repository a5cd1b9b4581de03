package relrep.api.model;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

/**
 * Trains a small fully connected network from given inputs to given targets. A service without a
 * name, for plugins that learn a map, such as aligners by multi-layer perceptron.
 *
 * <p>Laws: those of {@link Architecture}.
 */
@ConsumerType
public interface Trainer {
    /** Returns the map learnt. */
    Regressor train(Regression problem, Run run);

    /**
     * Makes a map again from what {@link Regressor#state()} returned; it maps as it did before.
     *
     * @throws relrep.api.run.InvalidInputException when the state is not of a map of this trainer
     */
    default Regressor restore(NetworkState state) {
        throw new InvalidInputException(
                "a map can be made again by a trainer that keeps maps, and %s does not"
                        .formatted(getClass().getSimpleName()));
    }
}
