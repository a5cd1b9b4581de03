package relrep.torture.plugin;

import relrep.api.data.Space;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.plugin.Invariance;
import relrep.api.run.Run;

import java.util.Set;

/** A metric of two spaces that misbehaves. */
public final class BadMetric implements PairMetric {
    private final Misbehaviour misbehaviour = Misbehaviour.own();

    @Override
    public Score measure(Space source, Space target, Run run) {
        misbehaviour.perform();
        return switch (misbehaviour) {
            case NULL -> null;
            case TOO_MANY, TOO_FEW -> Score.of(0.5, new float[misbehaviour.count(source.size())]);
            default -> Score.of(misbehaviour.number());
        };
    }

    @Override
    public MetricTraits traits() {
        return new MetricTraits(MetricTraits.Direction.HIGHER_IS_BETTER, 0, 1, Set.of(), 2);
    }

    @Override
    public Set<Invariance> invariances() {
        return Set.of();
    }
}
