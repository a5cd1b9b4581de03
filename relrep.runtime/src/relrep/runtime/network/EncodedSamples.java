package relrep.runtime.network;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;

import java.util.List;
import java.util.Optional;

/**
 * Samples with their latents.
 *
 * @param encoder what encoded them, as written
 * @param latents {@code n × d}
 * @param keys <i>n</i> keys, where the samples have them
 * @param labels <i>n</i> labels, where the samples have them
 */
public record EncodedSamples(
        String encoder, Matrix latents, Optional<List<String>> keys, Optional<Labels> labels) {}
