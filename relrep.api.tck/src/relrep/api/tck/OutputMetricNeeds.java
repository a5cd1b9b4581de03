package relrep.api.tck;

import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.OutputMetric;
import relrep.api.metric.Score;

import java.util.Optional;

/** Checks the needs that an {@link OutputMetric} declares, and the inputs that it must refuse. */
final class OutputMetricNeeds {
    private final OutputMetric metric;

    private OutputMetricNeeds(OutputMetric metric) {
        this.metric = metric;
    }

    static void add(OutputMetric metric, Checks checks) {
        OutputMetricNeeds laws = new OutputMetricNeeds(metric);
        checks.add("needs labels only if it says so", laws::labels);
        checks.add("needs as many rows as it says", laws::minimumRows);
        checks.add("refuses outputs of the wrong shape and says both", laws::wrongShape);
        checks.add("refuses outputs that are not finite, with row and column", laws::notFinite);
    }

    private Score measure(Trial t, Matrix outputs, Samples truth) {
        return metric.measure(outputs, truth, t.run());
    }

    private void labels(Trial t) {
        Samples truth = Outputs.truth(t, Outputs.rows(metric));
        Samples unlabelled = new Samples(truth.inputs(), Outputs.SHAPE, Optional.empty());
        Matrix outputs = Outputs.noisy(t, metric, truth);
        if (metric.traits().needs().contains(Need.LABELS)) {
            t.refuses("samples without labels", () -> measure(t, outputs, unlabelled), "label.*");
        } else {
            MetricLaws.sound(
                    t, metric.traits(), measure(t, outputs, unlabelled), Outputs.rows(metric));
        }
    }

    private void minimumRows(Trial t) {
        MetricLaws.minimumRows(
                t,
                metric.traits(),
                rows -> {
                    Samples truth = Outputs.truth(t, rows);
                    return measure(t, Outputs.noisy(t, metric, truth), truth);
                });
    }

    private void wrongShape(Trial t) {
        Samples truth = Outputs.truth(t, Outputs.rows(metric));
        Matrix outputs = Outputs.perfect(metric, truth);
        int n = Outputs.rows(metric);
        t.refuses(
                "%d outputs for %d samples".formatted(n - 1, n),
                () -> measure(t, outputs.rows(0, n - 1), truth),
                n - 1,
                n);
        Matrix wide = t.cloud("wide").points(n, outputs.cols() + 13);
        t.refuses(
                "outputs %d wide for %d".formatted(wide.cols(), outputs.cols()),
                () -> measure(t, wide, truth),
                wide.cols(),
                outputs.cols());
    }

    private void notFinite(Trial t) {
        Samples truth = Outputs.truth(t, Outputs.rows(metric));
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            Matrix broken = Broken.at(Outputs.perfect(metric, truth), 7, 3, value);
            t.refuses(
                    value + " in row 7, column 3",
                    () -> measure(t, broken, truth),
                    "row 7",
                    "column 3");
        }
    }
}
