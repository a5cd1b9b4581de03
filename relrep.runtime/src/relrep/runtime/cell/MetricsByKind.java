package relrep.runtime.cell;

import relrep.api.metric.Metric;
import relrep.api.metric.OutputMetric;
import relrep.api.metric.PairMetric;
import relrep.api.metric.SpaceMetric;
import relrep.api.model.Objective;
import relrep.runtime.experiment.ChainKind;
import relrep.runtime.experiment.Definition;
import relrep.runtime.experiment.Definition.Measure;
import relrep.runtime.experiment.LocatedExpression;
import relrep.workbench.plugins.Kind;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sorts the metrics of an experiment by the kinds of chain whose results they can measure. */
final class MetricsByKind {
    private final Definition definition;
    private final Map<ChainKind, List<LocatedExpression>> byKind = new EnumMap<>(ChainKind.class);
    private final PluginResolver parts;

    MetricsByKind(Definition definition, PluginResolver parts) {
        this.definition = definition;
        this.parts = parts;
        definition.kinds().forEach(kind -> byKind.put(kind, new ArrayList<>()));
        for (Measure measure : definition.metrics()) {
            ChainKind kind = kind(metric(measure.metric()));
            if (!measure.kinds().contains(kind)) {
                throw measure.metric()
                        .where()
                        .refuse(
                                "the metric '%s' measures %s, which is for the kind %s, not %s",
                                measure.metric(),
                                kind.measures(),
                                kind.word(),
                                words(measure.kinds()));
            }
            byKind.get(kind).add(measure.metric());
        }
        byKind.forEach(this::requireSome);
    }

    private void requireSome(ChainKind kind, List<LocatedExpression> metrics) {
        if (metrics.isEmpty()) {
            throw definition
                    .where()
                    .refuse(
                            "the kind %s needs a metric that measures %s; 'metrics' has none",
                            kind.word(), kind.measures());
        }
    }

    private static String words(Iterable<ChainKind> kinds) {
        List<String> words = new ArrayList<>();
        kinds.forEach(kind -> words.add(kind.word()));
        return String.join(" or ", words);
    }

    private Metric metric(LocatedExpression written) {
        return parts.get(Kind.METRIC, Metric.class, written).plugin();
    }

    private static ChainKind kind(Metric metric) {
        if (metric instanceof SpaceMetric) {
            return ChainKind.DESCRIBE;
        }
        return metric instanceof PairMetric ? ChainKind.COMPARE : ChainKind.STITCH;
    }

    /** Returns the metrics that are measured on training samples as well. */
    List<LocatedExpression> onTraining(ChainKind kind, Objective objective) {
        if (kind != ChainKind.STITCH) {
            return List.of();
        }
        for (LocatedExpression written : definition.trainMetrics()) {
            if (kind(metric(written)) != ChainKind.STITCH) {
                throw written.where()
                        .refuse(
                                "'train-metrics' are metrics of outputs, and '%s' measures %s",
                                written, kind(metric(written)).measures());
            }
        }
        return definition.trainMetrics().stream()
                .filter(written -> fits(written, objective))
                .toList();
    }

    /** Returns the metrics for a kind of chain with networks trained for an objective. */
    List<LocatedExpression> of(ChainKind kind, Objective objective) {
        List<LocatedExpression> all =
                byKind.get(kind).stream().filter(written -> fits(written, objective)).toList();
        if (all.isEmpty()) {
            throw definition
                    .where()
                    .refuse(
                            "networks trained to %s need a metric of such outputs; 'metrics' has"
                                    + " none",
                            objective.name().toLowerCase(Locale.ROOT));
        }
        return all;
    }

    /**
     * Returns whether a metric fits an objective. With several objectives, each metric must fit one
     * of them; with one objective, every metric must fit it.
     */
    private boolean fits(LocatedExpression written, Objective objective) {
        if (!(metric(written) instanceof OutputMetric output) || output.objective() == objective) {
            return true;
        }
        boolean elsewhere =
                definition.points().stream()
                        .anyMatch(point -> point.objective() == output.objective());
        if (elsewhere) {
            return false;
        }
        throw written.where()
                .refuse(
                        "the metric '%s' is for networks trained to %s; the objective is %s",
                        written,
                        output.objective().name().toLowerCase(Locale.ROOT),
                        objective.name().toLowerCase(Locale.ROOT));
    }
}
