package relrep.metrics.pair;

import relrep.api.data.Space;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.Score;
import relrep.api.run.InvalidInputException;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** Checks and means that all metrics of two spaces share. */
final class Paired {
    private Paired() {}

    /** Throws if the needs of a metric are not met. */
    static void require(MetricTraits traits, Space source, Space target) {
        int n = source.size();
        if (n != target.size()) {
            throw new InvalidInputException(
                    "two spaces must hold the same samples, but '%s' has %d rows and '%s' has %d"
                            .formatted(source.name(), n, target.name(), target.size()));
        }
        if (traits.needs().contains(Need.EQUAL_WIDTHS) && source.width() != target.width()) {
            throw new InvalidInputException(
                    "two spaces must be equally wide, but '%s' has width %d and '%s' has width %d"
                            .formatted(
                                    source.name(), source.width(), target.name(), target.width()));
        }
        if (n < traits.minimumRows()) {
            throw new InvalidInputException(
                    "at least %d samples are needed, there are %d"
                            .formatted(traits.minimumRows(), n));
        }
        requireFinite(source);
        requireFinite(target);
    }

    /** Throws if there are too few samples for this number of neighbours. */
    static void requireNeighbours(int k, MetricTraits traits, Space space) {
        if (space.size() < traits.minimumRows()) {
            throw new InvalidInputException(
                    "%d neighbours need at least %d samples, '%s' has %d"
                            .formatted(k, traits.minimumRows(), space.name(), space.size()));
        }
    }

    /** Throws if a space is a single point. */
    static void requireSpread(Space... spaces) {
        for (Space space : spaces) {
            FloatBuffer values = space.latents().buffer();
            int d = space.width();
            boolean equal = true;
            for (int at = d; equal && at < space.size() * d; at++) {
                equal = values.get(at) == values.get(at % d);
            }
            if (equal) {
                throw new InvalidInputException(
                        "the rows of both spaces must differ, but those of '%s' are all equal"
                                .formatted(space.name()));
            }
        }
    }

    private static void requireFinite(Space space) {
        space.latents().requireFinite("the latents of '%s'".formatted(space.name()));
    }

    /** Returns a score: the mean of the values, and the values per sample. */
    static Score mean(double[] values) {
        float[] perSample = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            perSample[i] = (float) values[i];
        }
        return Score.of(Arrays.stream(values).average().orElseThrow(), perSample);
    }
}
