package relrep.api.metric;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.Space;
import relrep.api.plugin.Invariance;
import relrep.api.run.Run;

import java.util.Set;

/** A measurement of one space. */
@ConsumerType
public non-sealed interface SpaceMetric extends Metric {
    /**
     * Measures a space.
     *
     * @throws relrep.api.run.InvalidInputException when a need is not met, or a row is not finite
     */
    Score measure(Space space, Run run);

    /**
     * Returns the maps that may be applied to the space without changing the value. The contract
     * kit proves this claim.
     */
    Set<Invariance> invariances();
}
