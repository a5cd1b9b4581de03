package relrep.itest.bundle;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.alignment.MapFamily;
import relrep.api.data.AnchorSelector;
import relrep.api.data.Anchors;
import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.data.Split;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Plugin;
import relrep.api.run.Run;
import relrep.api.similarity.Similarity;

import java.util.Map;
import java.util.Set;

/**
 * Third-party plugins of several kinds in one object, each of which breaks its contract. The tests
 * pack this class into a bundle.
 */
public final class Crooked
        implements BundleActivator,
                Similarity,
                Aligner,
                Alignment,
                AnchorSelector,
                PairMetric,
                Dataset {
    @Override
    public void start(BundleContext context) {
        for (Class<?> contract :
                new Class<?>[] {
                    Similarity.class,
                    Aligner.class,
                    AnchorSelector.class,
                    PairMetric.class,
                    Dataset.class
                }) {
            Map<String, String> properties =
                    Map.of(Plugin.NAME, "crooked", Plugin.DESCRIPTION, "breaks its contract");
            context.registerService(
                    contract.getName(), this, FrameworkUtil.asDictionary(properties));
        }
    }

    @Override
    public void stop(BundleContext context) {}

    private static Matrix zeros(int rows, int cols) {
        return Matrix.of(rows, cols, new float[rows * cols]);
    }

    /** A column too many. */
    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        return zeros(points.rows(), anchors.rows() + 1);
    }

    @Override
    public Set<Invariance> invariances() {
        return Set.of();
    }

    @Override
    public Alignment fit(AlignmentProblem problem, Run run) {
        return this;
    }

    /** One that never ends. */
    @Override
    @SuppressWarnings("InfiniteRecursion") // what it is for
    public Matrix apply(Matrix latents) {
        return apply(latents.rows(0, latents.rows()));
    }

    @Override
    public Map<String, Double> diagnostics() {
        return Map.of();
    }

    @Override
    public Set<MapFamily> recovers() {
        return Set.of();
    }

    @Override
    public boolean acceptsUnequalWidths() {
        return true;
    }

    /** One row twenty times. */
    @Override
    public Anchors select(Space space, Run run) {
        return Anchors.ofRows(new int[20]);
    }

    /** More than the most. */
    @Override
    public Score measure(Space source, Space target, Run run) {
        return Score.of(1.7);
    }

    @Override
    public MetricTraits traits() {
        return new MetricTraits(MetricTraits.Direction.HIGHER_IS_BETTER, 0, 1, Set.of(), 1);
    }

    /** Nothing at all. */
    @Override
    public Split load(DataPlaces places, Run run) {
        return null;
    }
}
