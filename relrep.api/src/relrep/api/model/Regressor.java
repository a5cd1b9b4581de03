package relrep.api.model;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.Matrix;

import java.util.List;
import java.util.Optional;

/** A map learnt by a {@link Trainer}. Immutable, safe to use from several threads. */
@ConsumerType
public interface Regressor {
    /**
     * Returns the image of each row.
     *
     * @param inputs {@code n × d}
     * @return {@code n × m}
     */
    Matrix predict(Matrix inputs);

    /** Returns everything that {@link Trainer#restore} needs. */
    default Optional<NetworkState> state() {
        return Optional.empty();
    }

    /** Returns the losses of each epoch, in order. */
    List<Epoch> history();
}
