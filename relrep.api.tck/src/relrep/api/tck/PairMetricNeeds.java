package relrep.api.tck;

import relrep.api.data.Space;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;

/** Checks the needs that a {@link PairMetric} declares, and the inputs that it must refuse. */
final class PairMetricNeeds {
    private final PairMetric metric;

    private PairMetricNeeds(PairMetric metric) {
        this.metric = metric;
    }

    static void add(PairMetric metric, Checks checks) {
        PairMetricNeeds laws = new PairMetricNeeds(metric);
        checks.add("needs equal widths only if it says so", laws::widths);
        checks.add("needs labels only if it says so", laws::labels);
        checks.add("needs as many rows as it says", laws::minimumRows);
        checks.add("refuses spaces of unequally many rows and says both", laws::unequalRows);
        checks.add("refuses a source that is not finite", t -> laws.notFinite(t, true));
        checks.add("refuses a target that is not finite", t -> laws.notFinite(t, false));
    }

    private Score measure(Trial t, Space source, Space target) {
        return metric.measure(source, target, t.run());
    }

    private void widths(Trial t) {
        Space source = Pairs.source(t, Pairs.rows(metric));
        Space wider =
                new Space(
                        "b",
                        t.cloud("wider").points(Pairs.rows(metric), Pairs.WIDTH + 2),
                        source.labels());
        if (metric.traits().needs().contains(Need.EQUAL_WIDTHS)) {
            t.refuses("spaces 5 and 7 wide", () -> measure(t, source, wider), 5, 7);
        } else {
            MetricLaws.sound(t, metric.traits(), measure(t, source, wider), Pairs.rows(metric));
        }
    }

    private void labels(Trial t) {
        Space source = Space.of("a", Pairs.source(t, Pairs.rows(metric)).latents());
        Space target = Space.of("b", Pairs.target(t, Pairs.rows(metric)).latents());
        if (metric.traits().needs().contains(Need.LABELS)) {
            t.refuses("spaces without labels", () -> measure(t, source, target), "labels?");
        } else {
            MetricLaws.sound(t, metric.traits(), measure(t, source, target), Pairs.rows(metric));
        }
    }

    private void minimumRows(Trial t) {
        int told = metric.traits().minimumRows();
        boolean wide = metric.traits().needs().contains(Need.MORE_SAMPLES_THAN_WIDTH);
        MetricLaws.minimumRows(
                t,
                metric.traits(),
                wide ? Math.max(told, Pairs.WIDTH + 2) : told,
                rows -> measure(t, Pairs.source(t, rows), Pairs.target(t, rows)));
    }

    private void unequalRows(Trial t) {
        int n = Pairs.rows(metric);
        t.refuses(
                "%d and %d rows".formatted(n, n + 1),
                () -> measure(t, Pairs.source(t, n), Pairs.target(t, n + 1)),
                n,
                n + 1);
    }

    private void notFinite(Trial t, boolean inSource) {
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            Space source = Pairs.source(t, Pairs.rows(metric));
            Space target = Pairs.target(t, Pairs.rows(metric));
            Space a = inSource ? Broken.at(source, 7, 3, value) : source;
            Space b = inSource ? target : Broken.at(target, 7, 3, value);
            t.refuses(value + " in row 7, column 3", () -> measure(t, a, b), "row 7", "column 3");
        }
    }
}
