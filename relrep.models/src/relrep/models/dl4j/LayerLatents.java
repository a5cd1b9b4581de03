package relrep.models.dl4j;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.api.ndarray.INDArray;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.nd4j.Bridge;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a network's latents are: where they are taken, of samples of which form.
 *
 * @param plan the network
 * @param tap where the latents are taken
 * @param form of the samples
 * @param given the width by the user, where the network leaves it open; 0 otherwise
 */
record LayerLatents(NetworkPlan plan, NetworkPlan.Tap tap, SampleForm form, int given) {
    private static final int BATCH = 64;

    /**
     * Returns the latents of a layer.
     *
     * @param layer its name; empty for what the output layer takes
     * @throws InvalidInputException when there is no such layer, or the samples would be neither
     *     pictures nor vectors
     */
    static LayerLatents of(NetworkPlan plan, String layer, int width) {
        return new LayerLatents(plan, plan.tap(layer), plan.form(), width);
    }

    /**
     * Returns the width.
     *
     * @throws InvalidInputException when the network leaves it open, or the user gave another one
     */
    int width() {
        OptionalLong own = ownWidth();
        if (own.isEmpty() && given == 0) {
            throw InvalidInputException.of(
                    "width",
                    "must be given for the layer %s of %s, which depends on the pictures' size"
                            .formatted(tap.node().name(), plan.model()));
        }
        if (own.isPresent() && given != 0 && given != own.getAsLong()) {
            throw InvalidInputException.of(
                    "width",
                    "must be %d for the layer %s of %s, or 0, not %d"
                            .formatted(own.getAsLong(), tap.node().name(), plan.model(), given));
        }
        return own.isPresent() ? Math.toIntExact(own.getAsLong()) : given;
    }

    private OptionalLong ownWidth() {
        FeedForwardLayer weighted =
                tap.node().layer().orElse(null) instanceof FeedForwardLayer own ? own : null;
        if (tap.before() && weighted != null) {
            return OptionalLong.of(weighted.getNIn());
        }
        if (weighted instanceof DenseLayer) {
            return OptionalLong.of(weighted.getNOut());
        }
        Optional<InputType> type =
                form.type().map(samples -> plan.types().apply(samples).get(tap.node().name()));
        return type.isPresent()
                ? OptionalLong.of(type.get().arrayElementsPerExample())
                : OptionalLong.empty();
    }

    /**
     * Returns the latents of samples, in inference mode.
     *
     * @throws InvalidInputException when the samples have another form
     */
    Matrix encode(Inputs samples, NetworkFunction network) {
        Matrix values = samples.numbers();
        int width = width();
        if (values.rows() > 0) {
            form.require(samples, plan.model());
        }
        return Matrix.filled(
                values.rows(),
                width,
                latents -> {
                    for (int from = 0; from < values.rows(); from += BATCH) {
                        Matrix block = values.rows(from, Math.min(values.rows(), from + BATCH));
                        INDArray computed =
                                network.compute(form.array(block, samples.shape()), tap);
                        requireWidth(computed.size(1), width);
                        latents.put(Bridge.matrix(computed).buffer());
                    }
                });
    }

    private void requireWidth(long found, int width) {
        if (found != width) {
            throw InvalidInputException.of(
                    "width",
                    "must be %d for the layer %s of %s and these samples, not %d"
                            .formatted(found, tap.node().name(), plan.model(), width));
        }
    }
}
