package relrep.api.model;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.Matrix;

/**
 * The half of a network that turns samples into latents. A row's result depends on that row alone.
 */
@ConsumerType
public interface Encoder {
    /** Returns the width of the latents, <i>d</i>. */
    int width();

    /**
     * Returns the latents of samples.
     *
     * @param inputs {@code n × shape.size()}
     * @return {@code n × d}
     */
    Matrix encode(Matrix inputs);
}
