package relrep.api.model;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.Matrix;

/**
 * The half of a network that turns latents into outputs. A row's result depends on that row alone.
 */
@ConsumerType
public interface Decoder {
    /** Returns the width of the latents that it takes, <i>d</i>. */
    int width();

    /**
     * Returns the outputs for latents.
     *
     * @param latents {@code n × d}
     * @return {@code n × shape.size()} when trained to reconstruct, {@code n × classes} scores when
     *     trained to classify
     */
    Matrix decode(Matrix latents);
}
