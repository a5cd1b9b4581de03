package relrep.api.model;

import org.osgi.annotation.versioning.ConsumerType;

import java.util.List;

/** A trained network. Immutable, safe to use from several threads. */
@ConsumerType
public interface Network {
    /** Returns the half that makes latents. */
    Encoder encoder();

    /** Returns the half that was trained with it. */
    Decoder decoder();

    /** Returns the losses of each epoch, in order; empty for closed forms. */
    List<Epoch> history();

    /** Returns everything that {@link Architecture#restore} needs. */
    NetworkState state();
}
