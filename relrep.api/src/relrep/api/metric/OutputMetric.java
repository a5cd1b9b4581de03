package relrep.api.metric;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.model.Objective;
import relrep.api.run.Run;

import java.util.OptionalDouble;

/** A measurement of a decoder's outputs. */
@ConsumerType
public non-sealed interface OutputMetric extends Metric {
    /** Returns the objective of the decoders that it measures. */
    Objective objective();

    /**
     * Measures outputs against the truth.
     *
     * @param outputs {@code n × shape.size()} reconstructions, or {@code n × classes} scores of
     *     which the largest is the prediction (the first of equals)
     * @param truth the samples that the outputs stand for
     * @throws relrep.api.run.InvalidInputException when a need is not met, or a row is not finite
     */
    Score measure(Matrix outputs, Samples truth, Run run);

    /** Returns the expected value of guessing, where it is known. */
    default OptionalDouble chance(Samples truth) {
        return OptionalDouble.empty();
    }
}
