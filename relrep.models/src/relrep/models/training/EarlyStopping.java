package relrep.models.training;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** Keeps the best weights so far, and decides whether to wait for better ones. */
final class EarlyStopping {
    private final int patience;
    private Optional<Weights> weights = Optional.empty();
    private double least = Double.POSITIVE_INFINITY;
    private int waited;

    /** Makes it for a number of epochs to wait; 0 keeps nothing and never stops. */
    EarlyStopping(int patience) {
        this.patience = patience;
    }

    /** Records an epoch's loss, and keeps the weights if it is the least so far. */
    void see(OptionalDouble loss, Supplier<Weights> now) {
        if (patience == 0) {
            return;
        }
        if (loss.getAsDouble() < least) {
            least = loss.getAsDouble();
            weights = Optional.of(now.get());
            waited = 0;
        } else {
            waited++;
        }
    }

    boolean stop() {
        return patience > 0 && waited >= patience;
    }

    Optional<Weights> weights() {
        return weights;
    }
}
