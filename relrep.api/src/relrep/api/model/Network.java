package relrep.api.model;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.Matrix;

import java.util.List;
import java.util.Optional;

/** A trained network. Immutable, safe to use from several threads. */
@ConsumerType
public interface Network {
    /**
     * Returns the half that makes latents, also where the decoder takes similarities to anchors.
     */
    Encoder encoder();

    /**
     * Returns the half that was trained with it. It takes latents; of a network trained with a
     * {@link Bottleneck.Relative} it takes similarities to {@link #anchors()}, and so those of any
     * other encoder's latents to that encoder's latents of the same samples.
     */
    Decoder decoder();

    /**
     * Returns the latents of the anchors, {@code k × d}, by the encoder as it is: what latents are
     * compared with before the decoder takes them. Empty where the decoder takes latents.
     */
    default Optional<Matrix> anchors() {
        return Optional.empty();
    }

    /** Returns the losses of each epoch, in order; empty for closed forms. */
    List<Epoch> history();

    /** Returns everything that {@link Architecture#restore} needs. */
    NetworkState state();
}
