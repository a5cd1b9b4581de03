package relrep.api.tck.counterexample;

import relrep.api.data.Space;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.metric.SpaceMetric;
import relrep.api.plugin.Invariance;
import relrep.api.run.Run;
import relrep.api.tck.counterexample.BadPlugins.Bad;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Metrics with correct values that declare something wrong about themselves. */
final class BadClaims {
    private static final String SENTENCE = "metric 'bad': %s";
    private static final String UNCLAIMED = "invariances must return a set, not null";
    private static final String DRIFTING =
            "traits must return the same each time, not .* and then .*";

    private BadClaims() {}

    /** The wrong declarations of metrics of both kinds. */
    // called by the contracts of its subclasses
    @SuppressWarnings({"UnusedMethod", "EffectivelyPrivate"})
    private abstract static class Half {
        private final AtomicInteger asked = new AtomicInteger();
        private final boolean drifts;

        Half(boolean drifts) {
            this.drifts = drifts;
        }

        public MetricTraits traits() {
            int upper = drifts && asked.getAndIncrement() % 2 == 1 ? 100 : 1;
            return new MetricTraits(Direction.HIGHER_IS_BETTER, 0, upper, Set.of(), 2);
        }

        public Set<Invariance> invariances() {
            return drifts ? Set.of() : null;
        }
    }

    private static final class OfTwo extends Half implements PairMetric {
        OfTwo(boolean drifts) {
            super(drifts);
        }

        @Override
        public Score measure(Space source, Space target, Run run) {
            return Score.of(.5);
        }
    }

    private static final class OfOne extends Half implements SpaceMetric {
        OfOne(boolean drifts) {
            super(drifts);
        }

        @Override
        public Score measure(Space space, Run run) {
            return Score.of(.5);
        }
    }

    static List<Bad<PairMetric>> pairMetrics() {
        return List.of(
                new Bad<>("no claims", new OfTwo(false), SENTENCE.formatted(UNCLAIMED)),
                new Bad<>("drifting traits", new OfTwo(true), SENTENCE.formatted(DRIFTING)));
    }

    static List<Bad<SpaceMetric>> spaceMetrics() {
        return List.of(
                new Bad<>("no claims", new OfOne(false), SENTENCE.formatted(UNCLAIMED)),
                new Bad<>("drifting traits", new OfOne(true), SENTENCE.formatted(DRIFTING)));
    }
}
