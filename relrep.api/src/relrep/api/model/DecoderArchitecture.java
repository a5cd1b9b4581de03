package relrep.api.model;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.run.Run;

import java.util.Map;

/**
 * Trains decoders alone, for latents that are given: a decoder that reconstructs, or a head that
 * classifies.
 *
 * <p>Laws: problem, options and {@code run.seed()} decide every byte of the result; {@code
 * run.step} is called at least once per batch; a restored decoder computes exactly what the
 * original computed; no state is kept between calls.
 */
@ConsumerType
public interface DecoderArchitecture {
    /**
     * Trains a decoder alone. In an {@link Architecture}, its layers are those of the decoder that
     * {@link Architecture#train} makes, except for the input width.
     *
     * @throws relrep.api.run.InvalidInputException when the architecture cannot work with the
     *     samples' shape or the objective
     */
    TrainedDecoder trainDecoder(DecodingProblem problem, Run run);

    /**
     * Returns the range of the values that a reconstruction can have. Training cannot remove the
     * error of samples outside this range.
     */
    default OutputRange range() {
        return OutputRange.ALL;
    }

    /**
     * Returns the SHA-256 in hexadecimal, by file name, of the files that decide what is trained,
     * such as weights to start from. Empty where options, problem and code alone decide it.
     *
     * @throws relrep.api.run.InvalidInputException when a file is missing
     */
    default Map<String, String> checksums() {
        return Map.of();
    }

    /** Restores a decoder from its {@link TrainedDecoder#state()}. */
    TrainedDecoder restoreDecoder(NetworkState state);
}
