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
 * The input of a decoder: latents, or similarities to anchors.
 *
 * @param width <i>d</i>, or the number of similarities to <i>k</i> anchors: <i>k</i> or a multiple
 *     of it
 * @param normalised whether its first layer normalises a row of similarities
 */
record DecoderInput(int width, boolean normalised) {
    private static final String ANCHORS = "anchors";
    private static final String SIMILARITIES = "similarities";
    private static final String NORMALISED = "normalised";

    /** Returns the input of a decoder that is trained through a bottleneck. */
    static DecoderInput through(Bottleneck bottleneck) {
        return bottleneck instanceof Bottleneck.Relative relative
                ? new DecoderInput(
                        relative.similarity().columns(relative.anchors().size()),
                        relative.normalised())
                : latents(bottleneck.width());
    }

    /** Returns the input of a decoder that takes latents. */
    static DecoderInput latents(int width) {
        return new DecoderInput(width, false);
    }

    /** Returns the input of a stored network's decoder. */
    static DecoderInput of(NetworkState state, int width) {
        if (anchors(state).isEmpty()) {
            return latents(width);
        }
        Attributes attributes = new Attributes(state.attributes());
        return new DecoderInput(
                attributes.number(SIMILARITIES), Boolean.parseBoolean(attributes.get(NORMALISED)));
    }

    /** Returns the latents of a stored network's anchors, if it has any. */
    static Optional<Matrix> anchors(NetworkState state) {
        return Optional.ofNullable(state.tensors().get(ANCHORS));
    }

    /** Adds the values that {@link #of} reads. */
    void keep(Matrix anchors, Map<String, Matrix> tensors, Map<String, String> attributes) {
        tensors.put(ANCHORS, anchors);
        attributes.put(SIMILARITIES, String.valueOf(width));
        attributes.put(NORMALISED, String.valueOf(normalised));
    }

    /** Returns a decoder of this width, with the layer before it if there is one. */
    Stack before(Stack decoder) {
        return normalised
                ? new Stack(Volume.flat(width), List.of(new LayerNorm())).then(decoder)
                : decoder;
    }
}
