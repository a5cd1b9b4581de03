package relrep.api.model;

import org.osgi.annotation.versioning.ConsumerType;

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
}
