package relrep.models.architecture;

import relrep.models.layer.BatchNorm;
import relrep.models.layer.Layer;
import relrep.models.layer.LayerNorm;

import java.util.Optional;
import java.util.function.Supplier;

/** The normalisations of the hidden values of {@code head}. */
public enum Normalisation {
    /** None, and none of the latents. */
    NONE(Optional::empty),
    /** The values of each row have mean 0 and variance 1, with a learnt scale and shift. */
    ROW(() -> Optional.of(new LayerNorm())),
    /** Each value has mean 0 and variance 1 over the batch, with a learnt scale and shift. */
    BATCH(() -> Optional.of(new BatchNorm()));

    @SuppressWarnings("ImmutableEnumChecker") // gives records without numbers of their own
    private final Supplier<Optional<Layer>> layer;

    Normalisation(Supplier<Optional<Layer>> layer) {
        this.layer = layer;
    }

    /** Returns it as a layer. */
    Optional<Layer> layer() {
        return layer.get();
    }
}
