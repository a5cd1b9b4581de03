package relrep.vectors.compare;

import relrep.api.alignment.Aligner;
import relrep.api.metric.Metric;
import relrep.api.metric.OutputMetric;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.Similarity;
import relrep.workbench.contract.PluginFailureException;
import relrep.workbench.plugins.Configured;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.plugins.InstalledPlugin.State;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.Registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Looks up the plugins that a comparison names, or all installed ones of a kind. */
final class PluginLookup {
    private final Registry registry;
    private final PluginFailures failures;

    PluginLookup(Registry registry, PluginFailures failures) {
        this.registry = registry;
        this.failures = failures;
    }

    /** Lends a plugin with the options of an expression. */
    <T, R> R use(
            Kind kind, Class<T> contract, Expression written, Function<Configured<T>, R> borrower) {
        return registry.configured(kind, contract, written, borrower);
    }

    /** Lends several plugins at once, in their order. */
    <T, R> R useAll(
            Kind kind,
            Class<T> contract,
            List<Expression> written,
            Function<List<Configured<T>>, R> borrower) {
        if (written.isEmpty()) {
            return borrower.apply(List.of());
        }
        int last = written.size() - 1;
        return use(
                kind,
                contract,
                written.get(last),
                configured ->
                        useAll(
                                kind,
                                contract,
                                written.subList(0, last),
                                others -> {
                                    List<Configured<T>> all = new ArrayList<>(others);
                                    all.add(configured);
                                    return borrower.apply(all);
                                }));
    }

    /** Returns the canonical form of an expression, with defaults left out. */
    private <T> Expression canonical(Kind kind, Class<T> contract, String written) {
        Expression expression = Expression.parse(written);
        registry.require(kind, expression.name());
        return use(kind, contract, expression, Configured::expression);
    }

    Expression similarity(String written) {
        return canonical(Kind.SIMILARITY, Similarity.class, written);
    }

    /** Returns the named aligners; all if none is named. */
    List<Expression> aligners(List<String> written) {
        if (written.isEmpty()) {
            return ready(Kind.ALIGNER).stream()
                    .filter(one -> usable(() -> canonical(Kind.ALIGNER, Aligner.class, one)))
                    .map(Expression::of)
                    .toList();
        }
        return written.stream()
                .map(one -> canonical(Kind.ALIGNER, Aligner.class, one))
                .distinct()
                .toList();
    }

    /** Returns the named metrics of spaces; all if none is named. */
    List<Expression> metrics(List<String> written) {
        if (written.isEmpty()) {
            return ready(Kind.METRIC).stream()
                    .map(Expression::of)
                    .filter(one -> usable(() -> ofOutputs(one)))
                    .filter(one -> !ofOutputs(one))
                    .toList();
        }
        List<Expression> all =
                written.stream()
                        .map(one -> canonical(Kind.METRIC, Metric.class, one))
                        .distinct()
                        .toList();
        for (Expression metric : all) {
            if (ofOutputs(metric)) {
                throw InvalidInputException.of(
                        "metric",
                        "must measure spaces, and '%s' measures what a decoder puts out; there are %s"
                                .formatted(
                                        metric,
                                        String.join(
                                                ", ",
                                                metrics(List.of()).stream()
                                                        .map(Expression::toString)
                                                        .toList())));
            }
        }
        return all;
    }

    private boolean ofOutputs(Expression metric) {
        return use(
                Kind.METRIC,
                Metric.class,
                metric,
                configured -> configured.plugin() instanceof OutputMetric);
    }

    /** Returns whether a plugin that the user did not name can be used. A failure is recorded. */
    private boolean usable(Runnable look) {
        try {
            look.run();
            return true;
        } catch (PluginFailureException broken) {
            failures.add(broken);
            return false;
        }
    }

    private List<String> ready(Kind kind) {
        return registry.installed(kind).stream()
                .filter(plugin -> plugin.state() == State.READY)
                .map(InstalledPlugin::name)
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns why installed plugins of a kind cannot be used, by name. */
    Map<String, String> unready(Kind kind) {
        Map<String, String> reasons = new LinkedHashMap<>();
        List<String> ready = ready(kind);
        registry.installed(kind).stream()
                .filter(plugin -> !ready.contains(plugin.name()))
                .forEach(plugin -> reasons.putIfAbsent(plugin.name(), plugin.reason()));
        return reasons;
    }

    /** Returns the canonical form of a plugin; empty when it is unknown. */
    Optional<String> known(Kind kind, Class<?> contract, String written) {
        try {
            return Optional.of(canonical(kind, contract, written).toString());
        } catch (InvalidInputException unknown) {
            return Optional.empty();
        }
    }
}
