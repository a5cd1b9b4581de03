package relrep.api.tck;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.plugin.Invariance;

/** The laws of {@link PairMetric}. */
final class PairMetricChecks {
    private static final int WIDTH = 5;

    /**
     * How far a chance level may be from the mean over random spaces, beside four of its errors.
     */
    private static final double CHANCE = 0.1;

    private static final int CHANCE_TRIALS = 12;

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
        checks.add("needs equal widths only if it says so", laws::widths);
        checks.add("needs labels only if it says so", laws::labels);
        checks.add("needs as many rows as it says", laws::minimumRows);
        checks.add("refuses spaces of unequally many rows and says both", laws::unequalRows);
        checks.add("refuses a source that is not finite", t -> laws.notFinite(t, true));
        checks.add("refuses a target that is not finite", t -> laws.notFinite(t, false));
        if (laws.tellsChance()) {
            checks.add("knows its chance level", laws::chance);
        }
        MetricLaws.claims(metric.invariances(), laws::moved, checks);
    }

    private int rows() {
        return Math.max(60, 2 * metric.traits().minimumRows());
    }

    private static Space source(Trial t, int rows) {
        Labels labels = Cloud.labels(rows, 3);
        return Space.of("a", t.cloud("source " + rows).clustered(labels, WIDTH), labels);
    }

    /** A space that is like the source in some respects: a noisy copy, stretched. */
    private static Space target(Trial t, int rows) {
        Space source = source(t, rows);
        Matrix noisy = t.cloud("target " + rows).near(source.latents(), 0.7);
        AffineMap map = AffineMap.of(Invariance.AXIS_SCALING, WIDTH, t.random("stretch"));
        AffineMap back = AffineMap.of(Invariance.AXIS_SCALING, WIDTH, t.random("stretch back"));
        return new Space("b", map.then(back).apply(noisy), source.labels());
    }

    private Score measure(Trial t, Space source, Space target) {
        return metric.measure(source, target, t.run());
    }

    private void sound(Trial t) {
        for (int rows : new int[] {rows(), rows() + 7}) {
            Score score = measure(t, source(t, rows), target(t, rows));
            MetricLaws.sound(t, metric.traits(), score, rows);
        }
    }

    private void best(Trial t) {
        Space source = source(t, rows());
        Space other = Space.of("c", t.cloud("other").isotropic(rows(), WIDTH));
        Space labelled = new Space("c", other.latents(), source.labels());
        MetricLaws.best(
                t,
                metric.traits(),
                measure(t, source, source).value(),
                measure(t, source, labelled).value());
    }

    private void repeats(Trial t) {
        Score first = measure(t, source(t, rows()), target(t, rows()));
        measure(t, target(t, rows()), source(t, rows()));
        MetricLaws.same(t, first, measure(t, source(t, rows()), target(t, rows())));
    }

    private void leavesInputs(Trial t) {
        Space source = source(t, rows());
        Space target = target(t, rows());
        Matrix sourceCopy = Memory.direct(source.latents());
        Matrix targetCopy = Memory.direct(target.latents());
        measure(
                t,
                new Space("a", sourceCopy, source.labels()),
                new Space("b", targetCopy, target.labels()));
        t.same(source.latents(), sourceCopy, "the source after the call");
        t.same(target.latents(), targetCopy, "the target after the call");
    }

    private void widths(Trial t) {
        Space source = source(t, rows());
        Space wider = new Space("b", t.cloud("wider").points(rows(), WIDTH + 2), source.labels());
        if (metric.traits().needs().contains(Need.EQUAL_WIDTHS)) {
            t.refuses("spaces 5 and 7 wide", () -> measure(t, source, wider), 5, 7);
        } else {
            MetricLaws.sound(t, metric.traits(), measure(t, source, wider), rows());
        }
    }

    private void labels(Trial t) {
        Space source = Space.of("a", source(t, rows()).latents());
        Space target = Space.of("b", target(t, rows()).latents());
        if (metric.traits().needs().contains(Need.LABELS)) {
            t.refuses("spaces without labels", () -> measure(t, source, target), "labels?");
        } else {
            MetricLaws.sound(t, metric.traits(), measure(t, source, target), rows());
        }
    }

    private void minimumRows(Trial t) {
        MetricLaws.minimumRows(
                t, metric.traits(), rows -> measure(t, source(t, rows), target(t, rows)));
    }

    private void unequalRows(Trial t) {
        int n = rows();
        t.refuses(
                "%d and %d rows".formatted(n, n + 1),
                () -> measure(t, source(t, n), target(t, n + 1)),
                n,
                n + 1);
    }

    private void notFinite(Trial t, boolean inSource) {
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            Space source = source(t, rows());
            Space target = target(t, rows());
            Space a = inSource ? Broken.at(source, 7, 3, value) : source;
            Space b = inSource ? target : Broken.at(target, 7, 3, value);
            t.refuses(value + " in row 7, column 3", () -> measure(t, a, b), "row 7", "column 3");
        }
    }

    private boolean tellsChance() {
        return metric.chance(rows(), WIDTH).isPresent();
    }

    private void chance(Trial t) {
        int n = Math.max(200, rows());
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

    private double moved(Trial t, Invariance family, String name) {
        AffineMap map = AffineMap.of(family, WIDTH, t.random(name));
        Space source = source(t, rows());
        Space target = target(t, rows());
        Space mapped = new Space("b", map.apply(target.latents()), target.labels());
        return MetricLaws.moved(
                measure(t, source, target).value(), measure(t, source, mapped).value());
    }
}
