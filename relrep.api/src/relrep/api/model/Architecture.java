package relrep.api.model;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.run.Run;

/**
 * A kind of network: it trains an encoder and a decoder together, or a decoder alone for latents
 * that are given.
 *
 * <p>Laws: problem, options and {@code run.seed()} decide every byte of the result; {@code
 * run.step} is called at least once a batch; a network restored from its state computes exactly
 * what it computed before; nothing is remembered between calls.
 */
@ConsumerType
public interface Architecture {
    /**
     * Trains a network.
     *
     * @throws relrep.api.run.InvalidInputException when the samples' shape, the objective or the
     *     bottleneck is not for this architecture
     */
    Network train(TrainingProblem problem, Run run);

    /**
     * Trains a decoder, laid out as the one that {@link #train} makes except for its input width.
     */
    TrainedDecoder trainDecoder(DecodingProblem problem, Run run);

    /**
     * Returns the numbers that a reconstruction can consist of, whatever is learnt: what samples
     * are away from them is an error that no training takes away.
     */
    default OutputRange range() {
        return OutputRange.ALL;
    }

    /** Makes a network again from what {@link Network#state()} returned. */
    Network restore(NetworkState state);

    /** Makes a decoder again from what {@link TrainedDecoder#state()} returned. */
    TrainedDecoder restoreDecoder(NetworkState state);
}
