package relrep.runtime.experiment;

import relrep.api.model.Objective;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One point of the grid that the sweeps of an experiment span.
 *
 * @param data the dataset
 * @param objective what networks are trained for
 * @param width of the latents, where the networks have none of their own
 * @param anchors how anchors are chosen; empty for full correspondence
 * @param anchorSeed what decides the choice, where the experiment says
 * @param similarity what relative spaces are made with
 */
public record Point(
        LocatedExpression data,
        Objective objective,
        OptionalInt width,
        Optional<LocatedExpression> anchors,
        OptionalLong anchorSeed,
        LocatedExpression similarity) {}
