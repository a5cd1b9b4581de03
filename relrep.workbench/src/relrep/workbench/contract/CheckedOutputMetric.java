package relrep.workbench.contract;

import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.OutputMetric;
import relrep.api.metric.Score;
import relrep.api.model.Objective;
import relrep.api.run.Run;

import java.util.OptionalDouble;

/** Checks a metric of outputs by {@link CheckedScore}. */
record CheckedOutputMetric(CheckedScore checked, OutputMetric plugin) implements OutputMetric {
    CheckedOutputMetric(ContractCheck check, OutputMetric plugin) {
        this(new CheckedScore(check, plugin), plugin);
    }

    @Override
    public Objective objective() {
        return checked.check().get("objective", "an objective", plugin::objective);
    }

    @Override
    public Score measure(Matrix outputs, Samples truth, Run run) {
        return checked.score(
                truth.size(), () -> plugin.measure(outputs, truth, checked.check().watched(run)));
    }

    @Override
    public OptionalDouble chance(Samples truth) {
        return checked.chance(() -> plugin.chance(truth));
    }

    @Override
    public MetricTraits traits() {
        return checked.traits();
    }
}
