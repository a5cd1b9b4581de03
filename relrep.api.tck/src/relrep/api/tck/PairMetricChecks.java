package relrep.api.tck;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.plugin.Invariance;

import java.util.function.UnaryOperator;

/** The laws of {@link PairMetric}. */
final class PairMetricChecks {
    private static final int WIDTH = Pairs.WIDTH;

    /**
     * The largest difference of a chance level from the mean over random spaces, in addition to
     * four standard errors.
     */
    private static final double CHANCE = 0.1;

    private static final int CHANCE_TRIALS = 40;

    private static final String BOTH =
            "does not notice one factor for both spaces" + SimilarityClaims.AT_EVERY_SCALE;

    private final PairMetric metric;

    private PairMetricChecks(PairMetric metric) {
        this.metric = metric;
    }

    static void add(PairMetric metric, Checks checks) {
        PairMetricChecks laws = new PairMetricChecks(metric);
        checks.add("gives a value in its range, and one a sample that agree", laws::sound);
        if (metric.traits().direction() != Direction.NEITHER) {
            checks.add("finds nothing more alike than a space and itself", laws::best);
        }
        checks.add("measures the same value again", laws::repeats);
        checks.add("leaves both spaces as they are", laws::leavesInputs);
        if (laws.tellsChance()) {
            checks.add("knows its chance level", laws::chance);
        }
        MetricLaws.claims(metric.invariances(), laws::moved, laws::image, checks);
        if (metric.invariances().contains(Invariance.ISOTROPIC_SCALING)) {
            checks.add(BOTH, t -> MetricLaws.scales(t, laws.images(t)));
        }
    }

    private Score measure(Trial t, Space source, Space target) {
        return metric.measure(source, target, t.run());
    }

    private void sound(Trial t) {
        for (int rows : new int[] {Pairs.rows(metric), Pairs.rows(metric) + 7}) {
            Score score = measure(t, Pairs.source(t, rows), Pairs.target(t, rows));
            MetricLaws.sound(t, metric.traits(), score, rows);
        }
    }

    private void best(Trial t) {
        Space source = Pairs.source(t, Pairs.rows(metric));
        Space other = Space.of("c", t.cloud("other").isotropic(Pairs.rows(metric), WIDTH));
        Space labelled = new Space("c", other.latents(), source.labels());
        MetricLaws.best(
                t,
                metric.traits(),
                measure(t, source, source).value(),
                measure(t, source, labelled).value());
    }

    private void repeats(Trial t) {
        Score first =
                measure(
                        t,
                        Pairs.source(t, Pairs.rows(metric)),
                        Pairs.target(t, Pairs.rows(metric)));
        measure(t, Pairs.target(t, Pairs.rows(metric)), Pairs.source(t, Pairs.rows(metric)));
        MetricLaws.same(
                t,
                first,
                measure(
                        t,
                        Pairs.source(t, Pairs.rows(metric)),
                        Pairs.target(t, Pairs.rows(metric))));
    }

    private void leavesInputs(Trial t) {
        Space source = Pairs.source(t, Pairs.rows(metric));
        Space target = Pairs.target(t, Pairs.rows(metric));
        Matrix sourceCopy = Memory.direct(source.latents());
        Matrix targetCopy = Memory.direct(target.latents());
        measure(
                t,
                new Space("a", sourceCopy, source.labels()),
                new Space("b", targetCopy, target.labels()));
        t.same(source.latents(), sourceCopy, "the source after the call");
        t.same(target.latents(), targetCopy, "the target after the call");
    }

    private boolean tellsChance() {
        return metric.chance(Pairs.rows(metric), WIDTH).isPresent();
    }

    private void chance(Trial t) {
        int n = Math.max(200, Pairs.rows(metric));
        double told = metric.chance(n, WIDTH).orElseThrow();
        double[] values = new double[CHANCE_TRIALS];
        for (int i = 0; i < values.length; i++) {
            Labels labels = Cloud.labels(n, 3);
            Space a = Space.of("a", t.cloud("a " + i).isotropic(n, WIDTH), labels);
            Space b = Space.of("b", t.cloud("b " + i).isotropic(n, WIDTH), labels);
            values[i] = measure(t, a, b).value();
        }
        Chance.require(t, told, values, CHANCE);
    }

    private Score image(Trial t, UnaryOperator<Matrix> change) {
        return measure(
                t,
                Pairs.source(t, Pairs.rows(metric)),
                changed(Pairs.target(t, Pairs.rows(metric)), change));
    }

    private static Space changed(Space space, UnaryOperator<Matrix> change) {
        return new Space(space.name(), change.apply(space.latents()), space.labels());
    }

    /**
     * Returns the changed pairs of spaces. The claim is about the target, so a metric may
     * distinguish a larger source from a smaller one.
     */
    private MetricLaws.Images images(Trial t) {
        Space source = Pairs.source(t, Pairs.rows(metric));
        Space target = Pairs.target(t, Pairs.rows(metric));
        double once = measure(t, source, target).value();
        double twice = measure(t, changed(source, a -> Scales.times(a, 2)), target).value();
        if (MetricLaws.moved(once, twice) > Scales.KEPT) {
            throw new SkippedException("it notices the scale of the source, as it may");
        }
        return (trial, change) -> measure(trial, changed(source, change), changed(target, change));
    }

    private double moved(Trial t, Invariance family, String name) {
        AffineMap map = AffineMap.of(family, WIDTH, t.random(name));
        Space source = Pairs.source(t, Pairs.rows(metric));
        Space target = Pairs.target(t, Pairs.rows(metric));
        Space mapped = new Space("b", map.apply(target.latents()), target.labels());
        return MetricLaws.moved(
                measure(t, source, target).value(), measure(t, source, mapped).value());
    }
}
