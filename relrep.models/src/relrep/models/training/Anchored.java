package relrep.models.training;

import relrep.api.data.Matrix;
import relrep.models.layer.AnchorLatents;
import relrep.models.layer.Stack;

/**
 * Fixed samples that pass the first layers of a stack again and again while it is trained.
 *
 * @param encoder the first layers
 * @param samples {@code k × encoder.input().size()}
 * @param every steps after which they pass again; the first step is one
 * @param latents gets what comes out
 */
public record Anchored(Stack encoder, Matrix samples, int every, AnchorLatents latents) {}
