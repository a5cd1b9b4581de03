package relrep.runtime.network;

import relrep.api.data.Samples;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A request to encode samples.
 *
 * @param encoder an encoder with its options, or the file of a network
 * @param dataset the dataset whose samples are encoded, with its options; empty where {@code
 *     samples} are given
 * @param train whether to encode the dataset's training samples rather than its test samples
 * @param samples the samples, where they do not come from a dataset
 * @param data the folder of datasets, if one is given
 * @param fresh whether to encode anew although latents are in the cache
 * @param directory the folder for relative paths
 */
public record EncodeRequest(
        String encoder,
        Optional<String> dataset,
        boolean train,
        Optional<Samples> samples,
        Optional<Path> data,
        boolean fresh,
        Path directory) {}
