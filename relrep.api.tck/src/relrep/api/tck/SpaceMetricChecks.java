package relrep.api.tck;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.Score;
import relrep.api.metric.SpaceMetric;
import relrep.api.plugin.Invariance;

import java.util.function.UnaryOperator;

/** The laws of {@link SpaceMetric}. */
final class SpaceMetricChecks {
    private static final int WIDTH = 5;

    private final SpaceMetric metric;

    private SpaceMetricChecks(SpaceMetric metric) {
        this.metric = metric;
    }

    static void add(SpaceMetric metric, Checks checks) {
        SpaceMetricChecks laws = new SpaceMetricChecks(metric);
        checks.add("gives a value in its range, and one a sample that agree", laws::sound);
        checks.add("measures the same value again", laws::repeats);
        checks.add("leaves the space as it is", laws::leavesInputs);
        checks.add("needs what it says it needs", laws::needs);
        checks.add("needs as many rows as it says", laws::minimumRows);
        checks.add("refuses values that are not finite, with row and column", laws::notFinite);
        MetricLaws.claims(metric.invariances(), laws::moved, laws::image, checks);
    }

    private int rows() {
        return Math.max(60, 2 * metric.traits().minimumRows());
    }

    private Space space(Trial t, int rows) {
        Labels labels = Cloud.labels(rows, 3);
        return Space.of("a", t.cloud("space " + rows).clustered(labels, WIDTH), labels);
    }

    private void sound(Trial t) {
        for (int rows : new int[] {rows(), rows() + 7}) {
            Score score = metric.measure(space(t, rows), t.run());
            MetricLaws.sound(t, metric.traits(), score, rows);
        }
    }

    private void repeats(Trial t) {
        Score first = metric.measure(space(t, rows()), t.run());
        metric.measure(space(t, rows() + 7), t.run());
        MetricLaws.same(t, first, metric.measure(space(t, rows()), t.run()));
    }

    private void leavesInputs(Trial t) {
        Space space = space(t, rows());
        Matrix copy = Memory.direct(space.latents());
        metric.measure(Space.of("a", copy, space.requireLabels()), t.run());
        t.same(space.latents(), copy, "the space after the call");
    }

    private void needs(Trial t) {
        Space unlabelled = Space.of("a", space(t, rows()).latents());
        if (metric.traits().needs().contains(Need.LABELS)) {
            t.refuses(
                    "a space without labels", () -> metric.measure(unlabelled, t.run()), "labels?");
        } else {
            MetricLaws.sound(t, metric.traits(), metric.measure(unlabelled, t.run()), rows());
        }
    }

    private void minimumRows(Trial t) {
        MetricLaws.minimumRows(t, metric.traits(), rows -> metric.measure(space(t, rows), t.run()));
    }

    private void notFinite(Trial t) {
        for (float value : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
            Space broken = Broken.at(space(t, rows()), 7, 3, value);
            t.refuses(
                    value + " in row 7, column 3",
                    () -> metric.measure(broken, t.run()),
                    "row 7",
                    "column 3");
        }
    }

    private Score image(Trial t, UnaryOperator<Matrix> change) {
        Space space = space(t, rows());
        return metric.measure(
                new Space("b", change.apply(space.latents()), space.labels()), t.run());
    }

    private double moved(Trial t, Invariance family, String name) {
        AffineMap map = AffineMap.of(family, WIDTH, t.random(name));
        Space space = space(t, rows());
        Space mapped = new Space("b", map.apply(space.latents()), space.labels());
        return MetricLaws.moved(
                metric.measure(space, t.run()).value(), metric.measure(mapped, t.run()).value());
    }
}
