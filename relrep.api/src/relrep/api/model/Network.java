package relrep.api.model;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.Matrix;

import java.util.List;
import java.util.Optional;

/** A trained network. Immutable, safe to use from several threads. */
@ConsumerType
public interface Network {
    /**
     * Returns the encoder. It always returns latents, even if the decoder takes similarities to
     * anchors.
     */
    Encoder encoder();

    /**
     * Returns the decoder that was trained with the encoder. Its input is latents. After training
     * with a {@link Bottleneck.Relative} its input is similarities to {@link #anchors()}; it then
     * also takes the similarities that another encoder gives for the same anchor samples.
     */
    Decoder decoder();

    /**
     * Returns the latents of the anchors by the trained encoder, {@code k × d}. Latents are
     * compared with them to make the decoder's input. Empty where the decoder takes latents.
     */
    default Optional<Matrix> anchors() {
        return Optional.empty();
    }

    /** Returns the losses of each epoch, in order; empty for closed forms. */
    List<Epoch> history();

    /** Returns everything that {@link Architecture#restore} needs. */
    NetworkState state();
}
