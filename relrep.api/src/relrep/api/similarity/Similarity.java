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
 * #takesAnchorsTogether() says so}; nothing is remembered between calls; safe to call from several
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
     * Returns a similarity whose statistics come from a batch. A similarity that has none returns
     * itself; one that has some takes them from the points of each call until it is calibrated.
     *
     * @param batch {@code m × d}, as a rule the training latents of the space
     */
    default Similarity calibrate(Matrix batch) {
        return this;
    }

    /**
     * Returns the maps of the space, applied to points, anchors and calibration alike, that leave
     * the result as it is up to rounding. These are claims: the contract kit proves each one, and
     * shows that the others are noticed.
     */
    Set<Invariance> invariances();

    /**
     * Returns how many columns the result has for <i>k</i> anchors: a multiple <i>mk</i>, in
     * <i>m</i> blocks with one column an anchor.
     *
     * @param anchors <i>k</i>
     */
    default int columns(int anchors) {
        return anchors;
    }

    /**
     * Tells whether a point is compared with all anchors at once, so that an entry depends on the
     * other anchors too: their coordinates, or their order by nearness.
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
        /** A similarity proper. */
        LARGER_IS_CLOSER,
        /** A distance: 0 is the same point, larger is less alike. */
        LARGER_IS_FARTHER
    }
}
