package relrep.api.model;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.run.Run;

/**
 * An architecture that can be trained on noisy samples: in training, and only there, each value
 * that goes into the encoder gets noise of its own, anew whenever the sample is taken; what comes
 * out is held against the clean sample (Vincent et al., ICML 2008).
 *
 * <p>Law: noise of 0 gives what {@link #train} gives.
 */
@ConsumerType
public interface DenoisingArchitecture extends Architecture {
    /**
     * Trains a network on noisy samples.
     *
     * @param noise standard deviation of the Gaussian noise, at least 0, in the unit of the samples
     */
    Network trainOnNoise(TrainingProblem problem, double noise, Run run);
}
