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
     * Makes a map again from what {@link Alignment#state()} returned; it maps as it did before.
     *
     * @throws relrep.api.run.InvalidInputException when the state is not of a map of this aligner
     */
    default Alignment restore(AlignmentState state) {
        throw new InvalidInputException(
                "a map can be made again by an aligner that keeps maps, and %s does not"
                        .formatted(getClass().getSimpleName()));
    }

    /**
     * Returns the families of maps that this aligner recovers exactly from enough exact pairs.
     * These are claims: the contract kit proves each one and all of them together, and shows that
     * the others are missed.
     */
    Set<MapFamily> recovers();

    /**
     * Returns the families that this aligner recovers from some problems and not from others, as a
     * search does that may end at a local optimum. They are neither claimed nor denied: the
     * contract kit neither proves them nor demands that they are missed.
     */
    default Set<MapFamily> mayRecover() {
        return Set.of();
    }

    /**
     * Tells whether the map is learnt by many small steps, which takes far longer than solving for
     * it: a comparison leaves such an aligner out unless it is asked for by name.
     */
    default boolean trains() {
        return false;
    }

    /**
     * Tells whether a fit looks at no rows but the anchors, so that others need not be read. This
     * is a claim, which the contract kit proves.
     */
    default boolean readsAnchorsAlone() {
        return false;
    }

    /** Tells whether source and target may have different widths. */
    boolean acceptsUnequalWidths();
}
