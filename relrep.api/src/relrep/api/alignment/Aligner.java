package relrep.api.alignment;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.Set;

/**
 * Fits a map from a source space to a target space.
 *
 * <p>Laws: the same problem and seed give the same map; the map of a space to itself by full
 * correspondence is the identity on the span of the space, up to rounding, for every aligner that
 * can represent it.
 */
@ConsumerType
public interface Aligner {
    /**
     * Returns the map that brings the source anchors closest to the target anchors.
     *
     * @throws relrep.api.run.InvalidInputException when the aligner cannot work on this problem:
     *     unequal widths, no labels, too few anchors, a row that is not finite
     */
    Alignment fit(AlignmentProblem problem, Run run);

    /**
     * Makes a map again from the values that {@link Alignment#state()} returned. The new map gives
     * the same images as the first one.
     *
     * @throws relrep.api.run.InvalidInputException when the state belongs to another aligner
     */
    default Alignment restore(AlignmentState state) {
        throw new InvalidInputException(
                "a map can be made again by an aligner that keeps maps, and %s does not"
                        .formatted(getClass().getSimpleName()));
    }

    /**
     * Returns the families of maps that this aligner recovers exactly from enough exact pairs. The
     * contract kit proves each claimed family, and all of them together. It also shows that the
     * aligner misses every family that it does not claim.
     */
    Set<MapFamily> recovers();

    /**
     * Returns the families that this aligner recovers from some problems but not from others. An
     * example is a search that may end at a local optimum. These families are neither claimed nor
     * denied: the contract kit does not prove them, and does not require that the aligner misses
     * them.
     */
    default Set<MapFamily> mayRecover() {
        return Set.of();
    }

    /**
     * Returns whether the map is learnt by many small steps. This takes far longer than a direct
     * solution, so a comparison leaves the aligner out unless the user names it.
     */
    default boolean trains() {
        return false;
    }

    /**
     * Returns whether a fit reads the anchors' rows alone, so that the other rows need not be read.
     * The contract kit proves this claim.
     */
    default boolean readsAnchorsAlone() {
        return false;
    }

    /** Returns whether source and target may have different widths. */
    boolean acceptsUnequalWidths();
}
