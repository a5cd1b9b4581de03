package relrep.api.model;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.run.Run;

/**
 * An architecture that can be trained on noisy samples (denoising autoencoder, Vincent et al., ICML
 * 2008). During training, each value that enters the encoder gets its own Gaussian noise, drawn
 * anew each time. The loss compares the output with the clean sample.
 *
 * <p>Law: noise of 0 gives the same network as {@link #train}.
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
