package relrep.runtime.cache;

import relrep.api.model.Epoch;
import relrep.api.model.NetworkState;

import java.util.List;

/**
 * What was trained, as it is kept.
 *
 * @param state what makes it again
 * @param history the losses of each epoch
 */
public record Trained(NetworkState state, List<Epoch> history) {
    /** Keeps a copy. */
    public Trained {
        history = List.copyOf(history);
    }
}
