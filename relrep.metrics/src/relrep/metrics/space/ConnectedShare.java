package relrep.metrics.space;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.data.Labels;
import relrep.api.data.Space;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.Score;
import relrep.api.metric.SpaceMetric;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.kernels.linear.MatrixRows;
import relrep.kernels.tile.SpanningTree;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The share of batches of a single class that are β-connected, 0 to 1: all their death times, the
 * edges of their minimum spanning tree, lie between 0 and β. A share near 1 means that a class has
 * its mass in one piece with high likelihood. Each class has the same number of batches, drawn
 * without replacement within a batch; a class that is no larger than a batch is one batch. A sample
 * alone in its class has no death times, so it is connected. Details: the share of each class.
 *
 * <p>Source: García-Castellanos et al., Relative representations: topological and geometric
 * perspectives, 2024; after Hofer et al., Densified aggregation, ICML 2021.
 */
@Component(service = SpaceMetric.class)
@Plugin(
        name = "connected-share",
        description = "share of batches of one class whose death times all lie below beta",
        source =
                "García-Castellanos et al., Relative representations: topological and geometric"
                        + " perspectives, 2024")
public final class ConnectedShare
        implements SpaceMetric, Tunable<SpaceMetric, ConnectedShare.Options> {
    /** Whether the ends of the interval from 0 to beta belong to it. */
    public enum Interval {
        /** No death time is 0 or beta: two equal samples make a batch unconnected. */
        OPEN,
        /** Death times may be 0 and beta. */
        CLOSED;

        private boolean contains(double death, double beta) {
            return this == OPEN ? death > 0 && death < beta : death <= beta;
        }
    }

    private final Options options;

    /** Makes the metric with its defaults: beta 3, 100 batches of 16 samples a class. */
    @Activate
    public ConnectedShare() {
        this(new Options(3, 16, 100, Interval.OPEN));
    }

    private ConnectedShare(Options options) {
        this.options = options;
    }

    /**
     * The options of the share.
     *
     * @param beta the length below which all edges must be
     * @param batch samples in a batch
     * @param batches batches of each class
     * @param interval whether its ends count
     */
    public record Options(
            @Option("the length below which all death times must lie, above 0") double beta,
            @Option(value = "samples in a batch", min = 2) int batch,
            @Option(value = "batches drawn of each class", min = 1) int batches,
            @Option("whether death times of 0 and of beta count as between: open or closed")
                    Interval interval) {
        /** Checks the numbers. */
        public Options {
            if (!(beta > 0) || Double.isInfinite(beta)) {
                throw new InvalidInputException("beta must be above 0 and finite, not " + beta);
            }
            if (batch < 2 || batches < 1) {
                throw new InvalidInputException(
                        "there must be at least 1 batch of 2 samples, not %d of %d"
                                .formatted(batches, batch));
            }
        }
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public SpaceMetric with(Options changed) {
        return new ConnectedShare(changed);
    }

    @Override
    public MetricTraits traits() {
        return new MetricTraits(Direction.HIGHER_IS_BETTER, 0, 1, Set.of(Need.LABELS), 1);
    }

    @Override
    public Set<Invariance> invariances() {
        return EnumSet.of(Invariance.ORTHOGONAL, Invariance.PERMUTATION, Invariance.TRANSLATION);
    }

    @Override
    public Score measure(Space space, Run run) {
        Labels labels = space.requireLabels();
        space.latents().requireFinite("the latents of '%s'".formatted(space.name()));
        if (space.size() < traits().minimumRows()) {
            throw new InvalidInputException(
                    "at least %d sample is needed, '%s' has %d"
                            .formatted(traits().minimumRows(), space.name(), space.size()));
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        for (int label = 0; label < labels.classes().size(); label++) {
            run.step(label, labels.classes().size());
            int[] rows = labels.rowsOf(label);
            if (rows.length > 0) {
                String name = labels.classes().get(label);
                Seed seed = run.seed().branch("connected-share").branch("class " + label);
                shares.put("class " + name, share(space, rows, seed, run));
            }
        }
        double mean =
                shares.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return new Score(mean, new float[0], shares);
    }

    private double share(Space space, int[] rows, Seed seed, Run run) {
        if (rows.length <= options.batch()) {
            return connected(space, rows, run) ? 1 : 0;
        }
        int connected = 0;
        for (int i = 0; i < options.batches(); i++) {
            int[] order = seed.branch("batch " + i).permutation(rows.length);
            int[] drawn = Arrays.stream(order).limit(options.batch()).map(k -> rows[k]).toArray();
            connected += connected(space, drawn, run) ? 1 : 0;
        }
        return (double) connected / options.batches();
    }

    private boolean connected(Space space, int[] rows, Run run) {
        if (rows.length < 2) {
            return true;
        }
        double[] deaths =
                SpanningTree.edges(
                        MatrixRows.of(space.latents().select(rows)), Run.quiet(run.seed()));
        return Arrays.stream(deaths)
                .allMatch(death -> options.interval().contains(death, options.beta()));
    }
}
