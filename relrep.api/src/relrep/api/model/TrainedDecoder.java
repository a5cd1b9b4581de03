package relrep.api.model;

import org.osgi.annotation.versioning.ConsumerType;

import java.util.List;

/**
 * A decoder that was trained alone, with its history and state. Immutable, safe to use from several
 * threads.
 */
@ConsumerType
public interface TrainedDecoder {
    /** Returns the decoder. */
    Decoder decoder();

    /** Returns the losses of each epoch, in order; empty for closed forms. */
    List<Epoch> history();

    /** Returns everything that {@link Architecture#restoreDecoder} needs. */
    NetworkState state();
}
