package relrep.api.alignment;

import relrep.api.data.Anchors;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;

/**
 * The input of an aligner: the same samples in two spaces, and the anchors that correspond.
 *
 * @param source {@code n × d} training latents, with labels where there are any
 * @param target {@code n × m} training latents; row {@code i} need not correspond to row {@code i}
 *     of the source except through the anchors
 * @param anchors the corresponding points; {@link Anchors#all} for full correspondence
 */
public record AlignmentProblem(Space source, Space target, Anchors anchors) {
    /** Requires at least one anchor. */
    public AlignmentProblem {
        if (anchors.size() == 0) {
            throw new InvalidInputException("an alignment needs at least 1 anchor, there is none");
        }
    }

    /** Returns the problem of two spaces whose rows correspond one by one. */
    public static AlignmentProblem paired(Space source, Space target) {
        if (source.size() != target.size()) {
            throw new InvalidInputException(
                    "paired spaces must have equally many rows, not %d and %d"
                            .formatted(source.size(), target.size()));
        }
        return new AlignmentProblem(source, target, Anchors.all(source.size()));
    }

    /** Returns the anchors in the source space, {@code k × d}. */
    public Matrix sourcePoints() {
        return anchors.place(source.latents());
    }

    /** Returns the anchors in the target space, {@code k × m}. */
    public Matrix targetPoints() {
        return anchors.place(target.latents());
    }

    /**
     * Returns the width that both spaces have.
     *
     * @param aligner the aligner's name, for the message
     * @throws InvalidInputException when they differ
     */
    public int requireEqualWidths(String aligner) {
        if (source.width() != target.width()) {
            throw new InvalidInputException(
                    "%s needs spaces of equal width, '%s' has %d and '%s' has %d; linear, affine and ridge take unequal widths"
                            .formatted(
                                    aligner,
                                    source.name(),
                                    source.width(),
                                    target.name(),
                                    target.width()));
        }
        return source.width();
    }
}
