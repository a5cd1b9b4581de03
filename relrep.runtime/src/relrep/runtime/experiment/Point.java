package relrep.runtime.experiment;

import relrep.api.model.Objective;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One point of the grid of an experiment: one value for each swept key.
 *
 * @param data the dataset
 * @param objective the aim of the networks' training
 * @param width of the latents, if the networks do not have their own
 * @param anchors the anchor selector; empty for full correspondence
 * @param anchorSeed the seed of the choice, if the experiment gives one
 * @param similarity the similarity of relative spaces
 * @param transforms what prepares the latents of every network, in this order
 * @param relativeTransforms what prepares relative vectors, in this order
 */
public record Point(
        LocatedExpression data,
        Objective objective,
        OptionalInt width,
        Optional<LocatedExpression> anchors,
        OptionalLong anchorSeed,
        LocatedExpression similarity,
        List<LocatedExpression> transforms,
        List<LocatedExpression> relativeTransforms) {
    /** Keeps copies. */
    public Point {
        transforms = List.copyOf(transforms);
        relativeTransforms = List.copyOf(relativeTransforms);
    }
}
