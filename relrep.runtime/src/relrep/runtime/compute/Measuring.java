package relrep.runtime.compute;

import relrep.api.metric.Metric;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.Score;
import relrep.api.run.CancelledException;
import relrep.api.run.UnavailableException;
import relrep.runtime.cell.CellResult;
import relrep.runtime.cell.CellResult.Detail;
import relrep.runtime.cell.CellResult.Finding;
import relrep.runtime.cell.PartRun;
import relrep.runtime.cell.PluginResolver;
import relrep.runtime.cell.ResolvedPlugin;
import relrep.runtime.experiment.LocatedExpression;
import relrep.workbench.plugins.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Applies the metrics to one cell. A failing metric does not prevent the others. */
public final class Measuring {
    private final PluginResolver parts;
    private final PartRun run;
    private final String prefix;
    private final List<Finding> findings;
    private final List<Detail> details;
    private final List<CellOutcome.Failure> failures;

    public Measuring(PluginResolver parts, PartRun run) {
        this(parts, run, "", new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private Measuring(
            PluginResolver parts,
            PartRun run,
            String prefix,
            List<Finding> findings,
            List<Detail> details,
            List<CellOutcome.Failure> failures) {
        this.parts = parts;
        this.run = run;
        this.prefix = prefix;
        this.findings = findings;
        this.details = details;
        this.failures = failures;
    }

    /** Returns the measurements of the same cell whose metrics are called differently. */
    Measuring named(String before) {
        return new Measuring(parts, run, before, findings, details, failures);
    }

    /** Applies each metric. */
    void each(List<LocatedExpression> metrics, BiFunction<Metric, PartRun, Score> measure) {
        pairs(metrics, 0, 0, measure);
    }

    /** Applies each metric that can measure two spaces of these widths. */
    void pairs(
            List<LocatedExpression> metrics,
            int source,
            int target,
            BiFunction<Metric, PartRun, Score> measure) {
        for (LocatedExpression written : metrics) {
            ResolvedPlugin<Metric> part = parts.get(Kind.METRIC, Metric.class, written);
            run.step(0, 1);
            String name = prefix + part.expression();
            attempt(
                    name,
                    () -> {
                        if (source != target
                                && part.plugin().traits().needs().contains(Need.EQUAL_WIDTHS)) {
                            findings.add(
                                    Finding.none(
                                            name,
                                            "needs equal widths, there are %d and %d"
                                                    .formatted(source, target)));
                        } else {
                            PartRun own = run.with(run.seed().branch(name));
                            add(name, measure.apply(part.plugin(), own));
                        }
                    });
        }
    }

    private void attempt(String name, Runnable measurement) {
        try {
            measurement.run();
        } catch (CancelledException | UnavailableException end) {
            throw end;
        } catch (RuntimeException | Error failure) {
            failures.add(new CellOutcome.Failure(name, failure));
        }
    }

    /** Records for every metric why it does not apply. */
    void none(List<LocatedExpression> metrics, String note) {
        for (LocatedExpression written : metrics) {
            ResolvedPlugin<Metric> part = parts.get(Kind.METRIC, Metric.class, written);
            findings.add(Finding.none(prefix + part.expression(), note));
        }
    }

    /** Records the chance level of each metric that knows one. */
    void chance(List<LocatedExpression> metrics, Function<Metric, OptionalDouble> chance) {
        for (LocatedExpression written : metrics) {
            ResolvedPlugin<Metric> part = parts.get(Kind.METRIC, Metric.class, written);
            String name = prefix + part.expression();
            attempt(
                    name,
                    () ->
                            chance.apply(part.plugin())
                                    .ifPresent(value -> add(name, Score.of(value))));
        }
    }

    /** Records further numbers. */
    void detail(Detail detail) {
        details.add(detail);
    }

    private void add(String metric, Score score) {
        boolean number = !Double.isNaN(score.value());
        findings.add(
                new Finding(
                        metric,
                        score.value(),
                        score.perSample(),
                        number ? "" : "the metric is not defined here"));
        if (!score.details().isEmpty()) {
            details.add(new Detail(metric, score.details()));
        }
    }

    public CellOutcome outcome(Optional<Integer> anchors) {
        OptionalInt count = anchors.map(OptionalInt::of).orElse(OptionalInt.empty());
        return new CellOutcome(new CellResult(count, findings, details), failures);
    }
}
