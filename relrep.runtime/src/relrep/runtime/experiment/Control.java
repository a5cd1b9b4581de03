package relrep.runtime.experiment;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A control row: what the numbers of a table must be held against. */
public enum Control {
    /** The samples themselves, beside the spaces made of them. */
    ORIGINAL(ChainKind.DESCRIBE),
    /** What unrelated spaces, or guessing, would give. */
    CHANCE(ChainKind.COMPARE, ChainKind.STITCH),
    /** A network with its own decoder. */
    OWN(ChainKind.STITCH),
    /** A network with a decoder trained on its own relative latents. */
    OWN_RELATIVE(ChainKind.STITCH),
    /** A network trained through a similarity, with the decoder trained with it. */
    OWN_RELATIVE_END_TO_END(ChainKind.STITCH),
    /** The mean of the training samples, whatever was asked. */
    MEAN_IMAGE(ChainKind.STITCH),
    /** The most frequent class of the training samples, whatever was asked. */
    MAJORITY_CLASS(ChainKind.STITCH),
    /**
     * The test samples brought into the range of an architecture's outputs: the least error that
     * any decoder of it can have.
     */
    FLOOR(ChainKind.STITCH),
    /** Principal components of the same width, with their own decoder. */
    PCA(ChainKind.STITCH);

    @SuppressWarnings("ImmutableEnumChecker") // private, and only asked what it contains
    private final Set<ChainKind> kinds;

    Control(ChainKind first, ChainKind... others) {
        this.kinds = EnumSet.of(first, others);
    }

    /** Returns how experiment files and the column {@code bridge} write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Tells whether a kind of chain has such a row. */
    public boolean of(ChainKind kind) {
        return kinds.contains(kind);
    }
}
