package relrep.runtime.cell;

import relrep.runtime.experiment.Written;

/**
 * How latents are made relative.
 *
 * @param anchors the anchors
 * @param similarity what they are compared by
 */
public record RelativeSpec(AnchorSpec anchors, Written similarity) {}
