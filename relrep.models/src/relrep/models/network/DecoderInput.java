package relrep.models.network;

import relrep.api.data.Matrix;
import relrep.api.model.Bottleneck;
import relrep.api.model.NetworkState;
import relrep.models.layer.LayerNorm;
import relrep.models.layer.Stack;
import relrep.models.layer.Volume;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a decoder takes: latents, or similarities to anchors.
 *
 * @param width <i>d</i>, or how many similarities to <i>k</i> anchors there are: <i>k</i> or a
 *     multiple of it
 * @param normalised whether its first layer normalises a row of similarities
 */
record DecoderInput(int width, boolean normalised) {
    private static final String ANCHORS = "anchors";
    private static final String SIMILARITIES = "similarities";
    private static final String NORMALISED = "normalised";

    /** Returns what the decoder of a network takes that is trained through a bottleneck. */
    static DecoderInput through(Bottleneck bottleneck) {
        return bottleneck instanceof Bottleneck.Relative relative
                ? new DecoderInput(
                        relative.similarity().columns(relative.anchors().rows()),
                        relative.normalised())
                : latents(bottleneck.width());
    }

    /** Returns what a decoder takes that takes latents. */
    static DecoderInput latents(int width) {
        return new DecoderInput(width, false);
    }

    /** Returns what the decoder of a kept network takes. */
    static DecoderInput of(NetworkState state, int width) {
        if (anchors(state).isEmpty()) {
            return latents(width);
        }
        Attributes attributes = new Attributes(state.attributes());
        return new DecoderInput(
                attributes.number(SIMILARITIES), Boolean.parseBoolean(attributes.get(NORMALISED)));
    }

    /** Returns the latents of a kept network's anchors, where it has any. */
    static Optional<Matrix> anchors(NetworkState state) {
        return Optional.ofNullable(state.tensors().get(ANCHORS));
    }

    /** Adds what {@link #of} reads. */
    void keep(Matrix anchors, Map<String, Matrix> tensors, Map<String, String> attributes) {
        tensors.put(ANCHORS, anchors);
        attributes.put(SIMILARITIES, String.valueOf(width));
        attributes.put(NORMALISED, String.valueOf(normalised));
    }

    /** Returns a decoder of this width with the layer before it, where there is one. */
    Stack before(Stack decoder) {
        return normalised
                ? new Stack(Volume.flat(width), List.of(new LayerNorm())).then(decoder)
                : decoder;
    }
}
