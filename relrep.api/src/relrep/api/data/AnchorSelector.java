package relrep.api.data;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.run.Run;

/**
 * Chooses anchors among the samples of a space.
 *
 * <p>Laws: the choice depends on the space, the options and {@code run.seed()} alone; a sample is
 * in at most one group.
 */
@ConsumerType
public interface AnchorSelector {
    /**
     * Returns the anchors chosen.
     *
     * @param space the samples to choose from, {@code n × d}; labels where the selector needs them
     * @param run seed, progress, cancel
     * @throws relrep.api.run.InvalidInputException when there are too few samples, or no labels and
     *     they are needed
     */
    Anchors select(Space space, Run run);
}
