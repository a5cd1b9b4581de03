package relrep.runtime.cell;

import relrep.runtime.experiment.LocatedExpression;

import java.util.List;

/**
 * The specification of a relative representation.
 *
 * @param anchors the anchors
 * @param similarity the similarity of latents to the anchors
 * @param transforms what prepares the latents first, in this order
 * @param after what prepares the relative vectors, in this order
 */
public record RelativeSpec(
        AnchorSpec anchors,
        LocatedExpression similarity,
        List<LocatedExpression> transforms,
        List<LocatedExpression> after) {
    /** Keeps copies. */
    public RelativeSpec {
        transforms = List.copyOf(transforms);
        after = List.copyOf(after);
    }

    /** Makes one without transforms. */
    public RelativeSpec(AnchorSpec anchors, LocatedExpression similarity) {
        this(anchors, similarity, List.of(), List.of());
    }
}
