package relrep.cli.command;

import relrep.api.metric.MetricTraits;
import relrep.vectors.compare.AnchorsReport;
import relrep.vectors.compare.Gate;
import relrep.vectors.compare.Interval;
import relrep.vectors.compare.MetricReport;
import relrep.vectors.compare.MetricValue;
import relrep.vectors.compare.Ranking;
import relrep.vectors.compare.RetrievalReport;
import relrep.vectors.compare.RetrievalReport.Way;
import relrep.vectors.compare.SpaceComparison;
import relrep.vectors.compare.SpaceDiagnostics;
import relrep.workbench.plugins.Expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A comparison as JSON: all numbers, intervals, counts and reasons. */
final class CompareJson {
    private CompareJson() {}

    static Map<String, Object> of(SpaceComparison comparison) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", health(comparison.request().source(), comparison.source()));
        json.put("target", health(comparison.request().target(), comparison.target()));
        json.put("transforms", comparison.transforms().stream().map(Expression::toString).toList());
        json.put("matched", comparison.matched());
        json.put("rows", comparison.rows());
        json.put("training", comparison.parting().training());
        json.put("training-of", comparison.parting().trainingOf());
        json.put("held-out", comparison.parting().heldOut());
        json.put("held-out-of", comparison.parting().heldOutOf());
        json.put("holdout", comparison.request().holdout());
        json.put("seed", comparison.seed());
        json.put("bootstrap", comparison.request().bootstrap());
        json.put("confidence", 0.95);
        json.put("anchors", comparison.anchors().map(CompareJson::anchors).orElse(null));
        json.put(
                "aligners",
                comparison.aligners().stream()
                        .map(
                                aligner -> {
                                    Map<String, Object> one = new LinkedHashMap<>();
                                    one.put("aligner", aligner.aligner());
                                    one.put("pairs", aligner.pairs());
                                    one.put("diagnostics", numbers(aligner.diagnostics()));
                                    one.put("back-diagnostics", numbers(aligner.backDiagnostics()));
                                    one.put("reason", OptionNames.in(aligner.reason()));
                                    return one;
                                })
                        .toList());
        json.put("retrieval", retrieval(comparison.retrieval()));
        json.put("metrics", comparison.metrics().stream().map(CompareJson::metric).toList());
        json.put("not-ready", comparison.unready());
        json.put("gates", comparison.gates().stream().map(CompareJson::gate).toList());
        json.put("warnings", comparison.warnings());
        json.put("failures", comparison.failures());
        json.put("verdict", comparison.verdict());
        return json;
    }

    private static Map<String, Object> health(String file, SpaceDiagnostics health) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file);
        json.put("rows-looked-at", health.rows());
        json.put("width", health.width());
        json.put("constant-columns", health.constantColumns());
        json.put("zero-rows", health.zeroRows());
        json.put("duplicate-rows", health.duplicateRows());
        json.put("median-norm", number(health.medianNorm()));
        json.put("norm-spread", number(health.normSpread()));
        json.put("mean-cosine", number(health.meanCosine()));
        return json;
    }

    private static Map<String, Object> anchors(AnchorsReport anchors) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("chosen", anchors.chosen());
        json.put("count", anchors.count());
        json.put("similarity", anchors.similarity());
        json.put("source", numbers(anchors.source()));
        json.put("target", numbers(anchors.target()));
        return json;
    }

    private static Map<String, Object> retrieval(RetrievalReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("truth", "neighbours of the target among targets");
        json.put("k", report.k());
        json.put("ranked-by-k", report.ranked());
        json.put("queries", report.queries());
        json.put("documents", report.documents());
        json.put("chance", report.there() ? number(report.chance()) : null);
        json.put("ways", report.ways().stream().map(CompareJson::way).toList());
        json.put("best", report.mappedSource().map(Ranking::best).orElse(null));
        json.put("tied", report.mappedSource().map(Ranking::tied).orElse(List.of()));
        json.put("back-best", report.mappedTarget().map(Ranking::best).orElse(null));
        json.put("back-tied", report.mappedTarget().map(Ranking::tied).orElse(List.of()));
        json.put("reason", OptionNames.in(report.reason()));
        return json;
    }

    private static Map<String, Object> way(Way way) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("asked", way.asked().word());
        json.put("form", way.form());
        json.put("recall", number(way.recall()));
        json.put("interval", bounds(way.interval()));
        json.put("gain-over-staying", way.gain().isPresent() ? way.gain().getAsDouble() : null);
        json.put("gain-interval", bounds(way.gainInterval()));
        json.put("over-no-map-interval", bounds(way.overNoMap()));
        json.put("ranked-by", number(way.order()));
        json.put("row-correlation", number(way.correlation()));
        json.put("norm-ratio", way.norm().isPresent() ? way.norm().getAsDouble() : null);
        json.put("reason", OptionNames.in(way.reason()));
        return json;
    }

    private static Map<String, Object> metric(MetricReport report) {
        MetricTraits traits = report.traits();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("metric", report.metric());
        json.put("of", report.pair() ? "two-spaces" : "one-space");
        json.put("direction", word(traits.direction()));
        json.put("lower", number(traits.lower()));
        json.put("upper", number(traits.upper()));
        json.put("needs", traits.needs().stream().map(CompareJson::word).sorted().toList());
        json.put("minimum-rows", traits.minimumRows());
        json.put("rows", report.rows());
        json.put("interval-from", report.resampling().map(how -> how.method().word()).orElse(null));
        json.put("resamples", report.resampling().map(how -> how.times()).orElse(0));
        json.put("resample-rows", report.resampling().map(how -> how.rows()).orElse(0));
        json.put("no-interval", report.noInterval());
        json.put("readings", report.readings().stream().map(CompareJson::reading).toList());
        Optional<MetricValue> best = report.bestAligner();
        json.put("absolute-is", report.eachByItself() ? "each-space-by-itself" : "no-map");
        json.put("best-aligner", best.map(MetricValue::view).orElse(null));
        json.put("tied-aligners", report.ranking().map(Ranking::tied).orElse(List.of()));
        json.put("at-ceiling", report.ranking().map(Ranking::ceiling).orElse(false));
        json.put(
                "best-aligner-beats-absolute",
                best.filter(reading -> reading.gain().isPresent())
                        .map(MetricValue::beatsAbsolute)
                        .orElse(null));
        return json;
    }

    private static Map<String, Object> reading(MetricValue reading) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("form", reading.view());
        json.put("value", number(reading.value()));
        json.put("interval", bounds(reading.interval()));
        json.put("chance", reading.chance().isPresent() ? reading.chance().getAsDouble() : null);
        json.put(
                "chance-from",
                reading.chance().isEmpty()
                        ? null
                        : reading.shuffled() ? "shuffled-rows" : "metric");
        json.put("gain", reading.gain().isPresent() ? reading.gain().getAsDouble() : null);
        json.put("gain-interval", bounds(reading.gainInterval()));
        json.put("details", numbers(reading.details()));
        json.put("reason", OptionNames.in(reading.reason()));
        return json;
    }

    private static Map<String, Object> gate(Gate.Outcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("gate", outcome.gate().written());
        json.put("form", outcome.reading().map(MetricValue::view).orElse(outcome.gate().view()));
        json.put("metric", outcome.gate().metric());
        json.put("operator", outcome.gate().operator());
        json.put("bound", number(outcome.bound()));
        json.put("value", outcome.reading().map(one -> number(one.value())).orElse(null));
        json.put("met", outcome.met());
        json.put("sentence", outcome.sentence());
        return json;
    }

    private static Object bounds(Optional<Interval> interval) {
        return interval.map(bounds -> new Object[] {number(bounds.lower()), number(bounds.upper())})
                .orElse(null);
    }

    private static Map<String, Object> numbers(Map<String, Double> values) {
        Map<String, Object> json = new LinkedHashMap<>();
        values.forEach((name, value) -> json.put(name, number(value)));
        return json;
    }

    /** Returns null for an infinite number, since JSON has none. */
    private static Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
