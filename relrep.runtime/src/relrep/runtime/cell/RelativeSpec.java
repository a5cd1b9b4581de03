package relrep.runtime.cell;

import relrep.runtime.experiment.LocatedExpression;

/**
 * How latents are made relative.
 *
 * @param anchors the anchors
 * @param similarity what they are compared by
 */
public record RelativeSpec(AnchorSpec anchors, LocatedExpression similarity) {}
