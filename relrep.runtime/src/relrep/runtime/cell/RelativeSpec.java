package relrep.runtime.cell;

import relrep.runtime.experiment.LocatedExpression;

/**
 * The specification of a relative representation.
 *
 * @param anchors the anchors
 * @param similarity the similarity of latents to the anchors
 */
public record RelativeSpec(AnchorSpec anchors, LocatedExpression similarity) {}
