package relrep.workbench.contract;

import relrep.api.data.Space;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.Score;
import relrep.api.metric.SpaceMetric;
import relrep.api.plugin.Invariance;
import relrep.api.run.Run;

import java.util.Set;

/** Checks a metric of one space by {@link CheckedScore}. */
record CheckedSpaceMetric(CheckedScore checked, SpaceMetric plugin) implements SpaceMetric {
    CheckedSpaceMetric(ContractCheck check, SpaceMetric plugin) {
        this(new CheckedScore(check, plugin), plugin);
    }

    @Override
    public Score measure(Space space, Run run) {
        checked.claim(plugin::invariances);
        return checked.score(
                space.size(), () -> plugin.measure(space, checked.check().watched(run)));
    }

    @Override
    public Set<Invariance> invariances() {
        return checked.invariances(plugin::invariances);
    }

    @Override
    public MetricTraits traits() {
        return checked.traits();
    }
}
