package relrep.runtime.experiment;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The control rows: reference values for the numbers of a table. */
public enum Control {
    /** The samples themselves, as reference for the spaces made from them. */
    ORIGINAL(ChainKind.DESCRIBE),
    /** The value of unrelated spaces, or of guessing. */
    CHANCE(ChainKind.COMPARE, ChainKind.STITCH),
    /** A network with its own decoder. */
    OWN(ChainKind.STITCH),
    /** A network with a decoder trained on its own relative latents. */
    OWN_RELATIVE(ChainKind.STITCH),
    /** A network trained through a similarity, with its own decoder. */
    OWN_RELATIVE_END_TO_END(ChainKind.STITCH),
    /** The mean of the training samples as output for every sample. */
    MEAN_IMAGE(ChainKind.STITCH),
    /** The most frequent class of the training samples as prediction for every sample. */
    MAJORITY_CLASS(ChainKind.STITCH),
    /**
     * The test samples limited to the range of an architecture's outputs: the least error that any
     * of its decoders can have.
     */
    FLOOR(ChainKind.STITCH),
    /** Principal components of the same width, with their own decoder. */
    PCA(ChainKind.STITCH);

    @SuppressWarnings("ImmutableEnumChecker") // private, and only asked what it contains
    private final Set<ChainKind> kinds;

    Control(ChainKind first, ChainKind... others) {
        this.kinds = EnumSet.of(first, others);
    }

    /** Returns its name in experiment files and in the column {@code bridge}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether a kind of chain has this control row. */
    public boolean of(ChainKind kind) {
        return kinds.contains(kind);
    }
}
