package relrep.models.training;

import relrep.api.data.Matrix;
import relrep.models.layer.AnchorLatents;
import relrep.models.layer.Stack;

/**
 * Fixed samples that the first layers of a stack embed again and again during its training.
 *
 * @param encoder the first layers
 * @param samples {@code k × encoder.input().size()}
 * @param every the samples are embedded again after this many steps, beginning with the first step
 * @param latents receives the latents
 */
public record Anchored(Stack encoder, Matrix samples, int every, AnchorLatents latents) {}
