package relrep.workbench.contract;

import relrep.api.data.Space;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.Score;
import relrep.api.metric.SpaceMetric;
import relrep.api.plugin.Invariance;
import relrep.api.run.Run;

import java.util.Set;

/** A metric of one space, with {@linkplain CheckedScore what it says} checked. */
record CheckedSpaceMetric(ContractCheck check, SpaceMetric plugin) implements SpaceMetric {
    private CheckedScore checked() {
        return new CheckedScore(check, plugin);
    }

    @Override
    public Score measure(Space space, Run run) {
        return checked().score(space.size(), () -> plugin.measure(space, check.watched(run)));
    }

    @Override
    public Set<Invariance> invariances() {
        return check.get("invariances", "a set", plugin::invariances);
    }

    @Override
    public MetricTraits traits() {
        return checked().traits();
    }
}
