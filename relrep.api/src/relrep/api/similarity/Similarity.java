package relrep.api.similarity;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;

import java.util.Set;

/**
 * A measure of how alike two latent vectors are. The relative representation of a sample is the row
 * of its similarities to the anchors: Moschella et al., ICLR 2023, equation 1.
 *
 * <p>Laws: once calibrated, entry {@code (i, j)} depends on point {@code i} and anchor {@code j}
 * alone, not on the other rows, and not on the other anchors unless it {@linkplain
 * #takesAnchorsTogether() says so}; no state is kept between calls; safe to call from several
 * threads.
 */
@ConsumerType
public interface Similarity {
    /**
     * Returns the similarity of every point to every anchor.
     *
     * @param points {@code n × d}
     * @param anchors {@code k × d}
     * @return {@code n × k}; {@code n × columns(k)} where that is another number
     * @throws relrep.api.run.InvalidInputException when the widths differ
     */
    Matrix compare(Matrix points, Matrix anchors);

    /**
     * Returns a similarity whose statistics come from a batch. A similarity without statistics
     * returns itself. A similarity with statistics takes them from the points of each call until it
     * is calibrated.
     *
     * @param batch {@code m × d}, as a rule the training latents of the space
     */
    default Similarity calibrate(Matrix batch) {
        return this;
    }

    /**
     * Returns the maps that may be applied to points, anchors and calibration batch together
     * without changing the result, up to rounding. The contract kit proves each claim, and shows
     * that the result changes under the other families.
     */
    Set<Invariance> invariances();

    /**
     * Returns the number of columns of the result for <i>k</i> anchors. It is a multiple <i>mk</i>:
     * <i>m</i> blocks with one column per anchor.
     *
     * @param anchors <i>k</i>
     */
    default int columns(int anchors) {
        return anchors;
    }

    /**
     * Returns whether a point is compared with all anchors at once. Then an entry also depends on
     * the other anchors: on their coordinates, or on their order by distance.
     */
    default boolean takesAnchorsTogether() {
        return false;
    }

    /** Returns what a large value means. */
    default Sense sense() {
        return Sense.LARGER_IS_CLOSER;
    }

    /** What a large value means. */
    enum Sense {
        /** A similarity: the larger, the closer. */
        LARGER_IS_CLOSER,
        /** A distance: 0 is the same point, the larger, the farther. */
        LARGER_IS_FARTHER
    }
}
