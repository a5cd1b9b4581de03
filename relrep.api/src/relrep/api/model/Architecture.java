package relrep.api.model;

import org.osgi.annotation.versioning.ConsumerType;

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
public interface Architecture {
    /**
     * Trains a network.
     *
     * @throws relrep.api.run.InvalidInputException when the architecture cannot work with the
     *     samples' shape, the objective or the bottleneck
     */
    Network train(TrainingProblem problem, Run run);

    /**
     * Trains a decoder alone. Its layers are those of the decoder that {@link #train} makes, except
     * for the input width.
     */
    TrainedDecoder trainDecoder(DecodingProblem problem, Run run);

    /**
     * Returns the range of the values that a reconstruction can have. Training cannot remove the
     * error of samples outside this range.
     */
    default OutputRange range() {
        return OutputRange.ALL;
    }

    /** Restores a network from its {@link Network#state()}. */
    Network restore(NetworkState state);

    /** Restores a decoder from its {@link TrainedDecoder#state()}. */
    TrainedDecoder restoreDecoder(NetworkState state);
}
