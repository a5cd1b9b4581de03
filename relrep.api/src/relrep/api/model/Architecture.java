package relrep.api.model;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.Content;
import relrep.api.run.Run;

/**
 * A kind of network: it trains an encoder and a decoder together, or a decoder alone for latents
 * that are given.
 *
 * <p>Laws: problem, options and {@code run.seed()} decide every byte of the result; {@code
 * run.step} is called at least once per batch; a restored network computes exactly what the
 * original computed; no state is kept between calls.
 */
@ConsumerType
public interface Architecture extends DecoderArchitecture {
    /** Returns what the samples must consist of. */
    default Content takes() {
        return Content.NUMBERS;
    }

    /**
     * Trains a network.
     *
     * @throws relrep.api.run.InvalidInputException when the architecture cannot work with the
     *     samples' shape, the objective or the bottleneck
     */
    Network train(TrainingProblem problem, Run run);

    /**
     * Returns whether {@link #train} adds the problem's penalties to its loss. If it does not,
     * relrep refuses to train it with penalties.
     */
    default boolean takesPenalties() {
        return false;
    }

    /** Restores a network from its {@link Network#state()}. */
    Network restore(NetworkState state);
}
