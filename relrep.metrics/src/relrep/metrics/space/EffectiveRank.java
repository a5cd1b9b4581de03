package relrep.metrics.space;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Space;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.Score;
import relrep.api.metric.SpaceMetric;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Plugin;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.kernels.linear.ColumnSpace;
import relrep.kernels.linear.MatrixRows;
import relrep.kernels.tile.Moments;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The effective number of directions in which the samples spread, from 1 to the width: {@code
 * exp(-Σ p log p)} with {@code p = s / Σs} of the singular values <i>s</i> of the centred samples.
 * It equals the width if all directions have the same variance, and is far below it if a few have
 * nearly all. Details: the numbers of directions with 90 and 99 % of the variance. A space whose
 * rows are all equal is refused.
 *
 * <p>Directions in which the samples differ only by float32 rounding do not count, as {@link
 * ColumnSpace} defines. It computes in double.
 *
 * <p>Source: Roy and Vetterli, The effective rank: a measure of effective dimensionality, EUSIPCO
 * 2007.
 */
@Component(service = SpaceMetric.class)
@Plugin(
        name = "effective-rank",
        description =
                "in how many directions the samples spread: exp of the entropy of the spectrum",
        source =
                "Roy and Vetterli, The effective rank: a measure of effective dimensionality,"
                        + " EUSIPCO 2007")
public final class EffectiveRank implements SpaceMetric {
    /** A tolerance, so that a share that is reached exactly is not missed by rounding. */
    private static final double SLACK = 1e-12;

    @Override
    public MetricTraits traits() {
        return new MetricTraits(Direction.NEITHER, 1, Double.POSITIVE_INFINITY, Set.of(), 2);
    }

    @Override
    public Set<Invariance> invariances() {
        return EnumSet.of(
                Invariance.PERMUTATION,
                Invariance.ORTHOGONAL,
                Invariance.ISOTROPIC_SCALING,
                Invariance.TRANSLATION);
    }

    @Override
    public Score measure(Space space, Run run) {
        if (space.size() < traits().minimumRows()) {
            throw new InvalidInputException(
                    "at least %d samples are needed, '%s' has %d"
                            .formatted(traits().minimumRows(), space.name(), space.size()));
        }
        space.latents().requireFinite("the latents of '%s'".formatted(space.name()));
        if (Moments.of(space.latents()).blurred()) {
            throw new InvalidInputException(
                    "the rows must be near the origin beside their spread, but those of '%s' are so far from it that floats do not keep their directions: subtract their mean before they are stored"
                            .formatted(space.name()));
        }
        run.step(0, 2);
        MatrixRows rows = MatrixRows.of(space.latents());
        MatrixRows centred = rows.minus(rows.mean());
        double[] values = ColumnSpace.of(centred).svd().values();
        run.step(1, 2);
        if (values.length == 0) {
            throw new InvalidInputException(
                    "the rows of a space must differ, but those of '%s' are all equal"
                            .formatted(space.name()));
        }
        double total = 0;
        double variance = 0;
        for (double value : values) {
            total += value;
            variance += value * value;
        }
        double entropy = 0;
        for (double value : values) {
            double p = value / total;
            entropy -= p > 0 ? p * Math.log(p) : 0;
        }
        run.step(2, 2);
        Map<String, Double> details = new LinkedHashMap<>();
        details.put("directions of 90 % of the variance", carrying(values, 0.9 * variance));
        details.put("directions of 99 % of the variance", carrying(values, 0.99 * variance));
        return new Score(Math.exp(entropy), new float[0], details);
    }

    private static double carrying(double[] values, double wanted) {
        double sum = 0;
        int count = 0;
        while (count < values.length && sum < wanted * (1 - SLACK)) {
            sum += values[count] * values[count++];
        }
        return count;
    }
}
