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
import relrep.kernels.linear.MatrixRows;
import relrep.kernels.tile.SpanningTree;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The mean of the {@code n - 1} finite death times of the 0-dimensional persistent homology of the
 * Vietoris-Rips filtration: the edge lengths of the Euclidean minimum spanning tree. Two components
 * merge at their distance, not at half of it. The component that never dies is left out; duplicates
 * die at 0. Details: the smallest, the quartiles, the largest. It computes in double.
 *
 * <p>Source: García-Castellanos et al., Relative representations: topological and geometric
 * perspectives, 2024, on topological densification.
 */
@Component(service = SpaceMetric.class)
@Plugin(
        name = "death-times",
        description = "when components merge as balls grow: edges of the minimum spanning tree",
        source =
                "García-Castellanos et al., Relative representations: topological and geometric"
                        + " perspectives, 2024")
public final class DeathTimes implements SpaceMetric {
    @Override
    public MetricTraits traits() {
        return new MetricTraits(Direction.NEITHER, 0, Double.POSITIVE_INFINITY, Set.of(), 2);
    }

    @Override
    public Set<Invariance> invariances() {
        return EnumSet.of(Invariance.ORTHOGONAL, Invariance.PERMUTATION, Invariance.TRANSLATION);
    }

    @Override
    public Score measure(Space space, Run run) {
        if (space.size() < traits().minimumRows()) {
            throw new InvalidInputException(
                    "at least %d samples are needed, '%s' has %d"
                            .formatted(traits().minimumRows(), space.name(), space.size()));
        }
        space.latents().requireFinite("the latents of '%s'".formatted(space.name()));
        double[] deaths = SpanningTree.edges(MatrixRows.of(space.latents()), run);
        Map<String, Double> details = new LinkedHashMap<>();
        details.put("smallest", deaths[0]);
        details.put("lower quartile", quantile(deaths, .25));
        details.put("median", quantile(deaths, .5));
        details.put("upper quartile", quantile(deaths, .75));
        details.put("largest", deaths[deaths.length - 1]);
        return new Score(Arrays.stream(deaths).average().orElseThrow(), new float[0], details);
    }

    /** Returns a quantile, interpolated linearly between the two nearest ranks. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
