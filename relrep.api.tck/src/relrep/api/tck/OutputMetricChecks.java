package relrep.api.tck;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.OutputMetric;
import relrep.api.metric.Score;

import java.util.Optional;

/** The laws of {@link OutputMetric}. */
final class OutputMetricChecks {
    private static final double CHANCE = 0.05;
    private static final int CHANCE_TRIALS = 40;

    private final OutputMetric metric;

    private OutputMetricChecks(OutputMetric metric) {
        this.metric = metric;
    }

    static void add(OutputMetric metric, Checks checks) {
        OutputMetricChecks laws = new OutputMetricChecks(metric);
        checks.add("gives a value in its range, and one a sample that agree", laws::sound);
        if (metric.traits().direction() != Direction.NEITHER) {
            checks.add("finds nothing better than the truth", laws::best);
        }
        checks.add("measures the same value again", laws::repeats);
        checks.add("leaves the outputs as they are", laws::leavesInputs);
        if (laws.tellsChance()) {
            checks.add("knows its chance level", laws::chance);
        }
    }

    private Score measure(Trial t, Matrix outputs, Samples truth) {
        return metric.measure(outputs, truth, t.run());
    }

    private void sound(Trial t) {
        for (int rows : new int[] {Outputs.rows(metric), Outputs.rows(metric) + 7}) {
            Samples truth = Outputs.truth(t, rows);
            MetricLaws.sound(
                    t, metric.traits(), measure(t, Outputs.noisy(t, metric, truth), truth), rows);
        }
    }

    private void best(Trial t) {
        Samples truth = Outputs.truth(t, Outputs.rows(metric));
        MetricLaws.best(
                t,
                metric.traits(),
                measure(t, Outputs.perfect(metric, truth), truth).value(),
                measure(t, Outputs.noisy(t, metric, truth), truth).value());
    }

    private void repeats(Trial t) {
        Samples truth = Outputs.truth(t, Outputs.rows(metric));
        Score first = measure(t, Outputs.noisy(t, metric, truth), truth);
        measure(t, Outputs.perfect(metric, truth), truth);
        MetricLaws.same(t, first, measure(t, Outputs.noisy(t, metric, truth), truth));
    }

    private void leavesInputs(Trial t) {
        Samples truth = Outputs.truth(t, Outputs.rows(metric));
        Matrix outputs = Outputs.noisy(t, metric, truth);
        Matrix copy = Memory.direct(outputs);
        Matrix inputs = Memory.direct(truth.inputs());
        measure(t, copy, new Samples(inputs, Outputs.SHAPE, truth.labels()));
        t.same(outputs, copy, "the outputs after the call");
        t.same(truth.inputs(), inputs, "the truth after the call");
    }

    private boolean tellsChance() {
        Labels labels = Cloud.labels(Outputs.rows(metric), Outputs.CLASSES);
        Matrix inputs =
                Matrix.of(
                        Outputs.rows(metric),
                        Outputs.SHAPE.size(),
                        new float[Outputs.rows(metric) * Outputs.SHAPE.size()]);
        return metric.chance(new Samples(inputs, Outputs.SHAPE, Optional.of(labels))).isPresent();
    }

    private void chance(Trial t) {
        int n = Math.max(2000, Outputs.rows(metric));
        Samples truth = Outputs.truth(t, n);
        double told = metric.chance(truth).orElseThrow();
        double[] values = new double[CHANCE_TRIALS];
        for (int i = 0; i < values.length; i++) {
            int width = Outputs.perfect(metric, truth).cols();
            values[i] = measure(t, t.cloud("guess " + i).isotropic(n, width), truth).value();
        }
        Chance.require(t, told, values, CHANCE);
    }
}
