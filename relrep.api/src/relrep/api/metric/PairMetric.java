package relrep.api.metric;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.Space;
import relrep.api.plugin.Invariance;
import relrep.api.run.Run;

import java.util.OptionalDouble;
import java.util.Set;

/** A measurement of two spaces that hold the same samples, row for row. */
@ConsumerType
public non-sealed interface PairMetric extends Metric {
    /**
     * Measures how alike two spaces are.
     *
     * @param source {@code n × d}
     * @param target {@code n × m}
     * @throws relrep.api.run.InvalidInputException when a need is not met, or a row is not finite
     */
    Score measure(Space source, Space target, Run run);

    /**
     * Returns the maps that may be applied to the target alone without changing the value. The
     * contract kit proves this claim.
     */
    Set<Invariance> invariances();

    /**
     * Returns the expected value of unrelated spaces, where it is known.
     *
     * @param rows <i>n</i>
     * @param width of the target
     */
    default OptionalDouble chance(int rows, int width) {
        return OptionalDouble.empty();
    }
}
