package relrep.runtime.cache;

import relrep.api.model.Epoch;
import relrep.api.model.NetworkState;

import java.util.List;

/**
 * A trained network or decoder, as stored in the cache.
 *
 * @param state the state from which it is restored
 * @param history the losses of each epoch
 */
public record Trained(NetworkState state, List<Epoch> history) {
    /** Copies the history. */
    public Trained {
        history = List.copyOf(history);
    }
}
