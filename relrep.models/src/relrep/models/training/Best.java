package relrep.models.training;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** The best weights so far, and whether to wait for better ones. */
final class Best {
    private final int patience;
    private Optional<Weights> weights = Optional.empty();
    private double least = Double.POSITIVE_INFINITY;
    private int waited;

    /** Waits so many epochs; 0 keeps nothing and waits for ever. */
    Best(int patience) {
        this.patience = patience;
    }

    /** Looks at an epoch's loss, and keeps the weights when it is the least. */
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
