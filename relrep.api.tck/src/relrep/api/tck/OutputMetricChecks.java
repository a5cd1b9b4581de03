package relrep.api.tck;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.OutputMetric;
import relrep.api.metric.Score;
import relrep.api.model.Objective;

import java.util.Optional;

/** The laws of {@link OutputMetric}. */
final class OutputMetricChecks {
    private static final Shape SHAPE = new Shape(1, 2, 3);
    private static final int CLASSES = 4;
    private static final double CHANCE = 0.05;
    private static final int CHANCE_TRIALS = 12;

    private final OutputMetric metric;
    private final boolean classify;

    private OutputMetricChecks(OutputMetric metric) {
        this.metric = metric;
        this.classify = metric.objective() == Objective.CLASSIFY;
    }

    static void add(OutputMetric metric, Checks checks) {
        OutputMetricChecks laws = new OutputMetricChecks(metric);
        checks.add("gives a value in its range, and one a sample that agree", laws::sound);
        if (metric.traits().direction() != Direction.NEITHER) {
            checks.add("finds nothing better than the truth", laws::best);
        }
        checks.add("measures the same value again", laws::repeats);
        checks.add("leaves the outputs as they are", laws::leavesInputs);
        checks.add("needs labels only if it says so", laws::labels);
        checks.add("needs as many rows as it says", laws::minimumRows);
        checks.add("refuses outputs of the wrong shape and says both", laws::wrongShape);
        checks.add("refuses outputs that are not finite, with row and column", laws::notFinite);
        if (laws.tellsChance()) {
            checks.add("knows its chance level", laws::chance);
        }
    }

    private int rows() {
        return Math.max(60, 2 * metric.traits().minimumRows());
    }

    private static Samples truth(Trial t, int rows) {
        Matrix inputs = t.cloud("truth " + rows).points(rows, SHAPE.size());
        return new Samples(inputs, SHAPE, Optional.of(Cloud.labels(rows, CLASSES)));
    }

    /** The outputs of a perfect network. */
    private Matrix perfect(Samples truth) {
        if (!classify) {
            return truth.inputs();
        }
        Labels labels = truth.requireLabels();
        float[] scores = new float[truth.size() * CLASSES];
        for (int i = 0; i < truth.size(); i++) {
            scores[i * CLASSES + labels.get(i)] = 1;
        }
        return Matrix.of(truth.size(), CLASSES, scores);
    }

    private Matrix noisy(Trial t, Samples truth) {
        return t.cloud("noise").near(perfect(truth), 0.7);
    }

    private Score measure(Trial t, Matrix outputs, Samples truth) {
        return metric.measure(outputs, truth, t.run());
    }

    private void sound(Trial t) {
        for (int rows : new int[] {rows(), rows() + 7}) {
            Samples truth = truth(t, rows);
            MetricLaws.sound(t, metric.traits(), measure(t, noisy(t, truth), truth), rows);
        }
    }

    private void best(Trial t) {
        Samples truth = truth(t, rows());
        MetricLaws.best(
                t,
                metric.traits(),
                measure(t, perfect(truth), truth).value(),
                measure(t, noisy(t, truth), truth).value());
    }

    private void repeats(Trial t) {
        Samples truth = truth(t, rows());
        Score first = measure(t, noisy(t, truth), truth);
        measure(t, perfect(truth), truth);
        MetricLaws.same(t, first, measure(t, noisy(t, truth), truth));
    }

    private void leavesInputs(Trial t) {
        Samples truth = truth(t, rows());
        Matrix outputs = noisy(t, truth);
        Matrix copy = Memory.direct(outputs);
        Matrix inputs = Memory.direct(truth.inputs());
        measure(t, copy, new Samples(inputs, SHAPE, truth.labels()));
        t.same(outputs, copy, "the outputs after the call");
        t.same(truth.inputs(), inputs, "the truth after the call");
    }

    private void labels(Trial t) {
        Samples truth = truth(t, rows());
        Samples unlabelled = new Samples(truth.inputs(), SHAPE, Optional.empty());
        Matrix outputs = noisy(t, truth);
        if (metric.traits().needs().contains(Need.LABELS)) {
            t.refuses("samples without labels", () -> measure(t, outputs, unlabelled), "label.*");
        } else {
            MetricLaws.sound(t, metric.traits(), measure(t, outputs, unlabelled), rows());
        }
    }

    private void minimumRows(Trial t) {
        MetricLaws.minimumRows(
                t,
                metric.traits(),
                rows -> {
                    Samples truth = truth(t, rows);
                    return measure(t, noisy(t, truth), truth);
                });
    }

    private void wrongShape(Trial t) {
        Samples truth = truth(t, rows());
        Matrix outputs = perfect(truth);
        int n = rows();
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
        Samples truth = truth(t, rows());
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            Matrix broken = Broken.at(perfect(truth), 7, 3, value);
            t.refuses(
                    value + " in row 7, column 3",
                    () -> measure(t, broken, truth),
                    "row 7",
                    "column 3");
        }
    }

    private boolean tellsChance() {
        Labels labels = Cloud.labels(rows(), CLASSES);
        Matrix inputs = Matrix.of(rows(), SHAPE.size(), new float[rows() * SHAPE.size()]);
        return metric.chance(new Samples(inputs, SHAPE, Optional.of(labels))).isPresent();
    }

    private void chance(Trial t) {
        int n = Math.max(2000, rows());
        Samples truth = truth(t, n);
        double told = metric.chance(truth).orElseThrow();
        double[] values = new double[CHANCE_TRIALS];
        for (int i = 0; i < values.length; i++) {
            int width = perfect(truth).cols();
            values[i] = measure(t, t.cloud("guess " + i).isotropic(n, width), truth).value();
        }
        Chance.require(t, told, values, CHANCE);
    }
}
