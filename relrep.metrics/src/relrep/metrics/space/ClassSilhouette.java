package relrep.metrics.space;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Labels;
import relrep.api.data.Space;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.Score;
import relrep.api.metric.SpaceMetric;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Plugin;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.kernels.tile.Silhouette;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The mean silhouette of the samples by class, from -1 to 1, by Euclidean distance. It measures how
 * much closer a sample is to its own class than to the nearest other class. Details: the mean of
 * each class. A sample alone in its class has 0.
 *
 * <p>Source: Rousseeuw, Silhouettes, 1987, as used by Lancione, Autoencoder silhouettes.
 */
@Component(service = SpaceMetric.class)
@Plugin(
        name = "silhouette",
        description = "how much closer a sample is to its own class than to the nearest other",
        source = "Rousseeuw, Silhouettes: a graphical aid to cluster analysis, 1987")
public final class ClassSilhouette implements SpaceMetric {
    @Override
    public MetricTraits traits() {
        return new MetricTraits(Direction.HIGHER_IS_BETTER, -1, 1, Set.of(Need.LABELS), 2);
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
    public Score measure(Space space, Run run) {
        Labels labels = space.requireLabels();
        if (space.size() < traits().minimumRows()) {
            throw new InvalidInputException(
                    "at least %d samples are needed, '%s' has %d"
                            .formatted(traits().minimumRows(), space.name(), space.size()));
        }
        space.latents().requireFinite("the latents of '%s'".formatted(space.name()));
        double[] values = Silhouette.of(space.latents(), labels, run);
        float[] perSample = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            perSample[i] = (float) values[i];
        }
        return new Score(
                Arrays.stream(values).average().orElseThrow(), perSample, means(values, labels));
    }

    private static Map<String, Double> means(double[] values, Labels labels) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (int label = 0; label < labels.classes().size(); label++) {
            String name = "class " + labels.classes().get(label);
            Arrays.stream(labels.rowsOf(label))
                    .mapToDouble(i -> values[i])
                    .average()
                    .ifPresent(mean -> means.put(name, mean));
        }
        return means;
    }
}
