package relrep.workbench.contract;

import relrep.api.data.Space;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.plugin.Invariance;
import relrep.api.run.Run;

import java.util.OptionalDouble;
import java.util.Set;

/** Checks a metric of two spaces by {@link CheckedScore}. */
record CheckedPairMetric(CheckedScore checked, PairMetric plugin) implements PairMetric {
    CheckedPairMetric(ContractCheck check, PairMetric plugin) {
        this(new CheckedScore(check, plugin), plugin);
    }

    @Override
    public Score measure(Space source, Space target, Run run) {
        checked.claim(plugin::invariances);
        return checked.score(
                source.size(), () -> plugin.measure(source, target, checked.check().watched(run)));
    }

    @Override
    public Set<Invariance> invariances() {
        return checked.invariances(plugin::invariances);
    }

    @Override
    public OptionalDouble chance(int rows, int width) {
        return checked.chance(() -> plugin.chance(rows, width));
    }

    @Override
    public MetricTraits traits() {
        return checked.traits();
    }
}
