package relrep.metrics.pair;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Space;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Plugin;
import relrep.api.run.Run;
import relrep.kernels.linear.MatrixRows;
import relrep.kernels.tile.PairSums;
import relrep.kernels.tile.PairTable;

import java.util.EnumSet;
import java.util.Set;

/**
 * The distance correlation of two spaces, 0 to 1: the root of the correlation of the two tables of
 * Euclidean distances with rows and columns centred, from biased estimates (V-statistics). With few
 * samples for the widths, it rises towards 1 even for unrelated spaces. Widths may differ. A space
 * whose rows are all equal is refused.
 *
 * <p>It computes in double. Memory: {@code 8n(d + m)} bytes, and 32 MiB per thread; no {@code n ×
 * n} table is held.
 *
 * <p>Source: Székely, Rizzo and Bakirov, Measuring and testing dependence by correlation of
 * distances, 2007.
 */
@Component(service = PairMetric.class)
@Plugin(
        name = "distance-correlation",
        description = "correlation of two spaces by their tables of distances",
        source =
                "Székely, Rizzo and Bakirov, Measuring and testing dependence by correlation of"
                        + " distances, 2007")
public final class DistanceCorrelation implements PairMetric {
    @Override
    public MetricTraits traits() {
        return new MetricTraits(Direction.HIGHER_IS_BETTER, 0, 1, Set.of(), 2);
    }

    @Override
    public Set<Invariance> invariances() {
        return EnumSet.of(
                Invariance.ORTHOGONAL,
                Invariance.PERMUTATION,
                Invariance.ISOTROPIC_SCALING,
                Invariance.TRANSLATION);
    }

    @Override
    public Score measure(Space source, Space target, Run run) {
        Paired.require(traits(), source, target);
        Paired.requireSpread(source, target);
        PairSums sums =
                PairSums.of(
                        PairTable.distances(MatrixRows.of(source.latents())),
                        PairTable.distances(MatrixRows.of(target.latents())),
                        run);
        return Score.of(Math.sqrt(Math.max(0, sums.centred())));
    }
}
