package relrep.metrics.definition;

import relrep.api.metric.OutputMetric;
import relrep.metrics.output.Accuracy;
import relrep.metrics.output.ClassPredictor;
import relrep.metrics.output.F1;
import relrep.metrics.output.LabelConfusion;
import relrep.metrics.output.Mae;
import relrep.metrics.output.Mse;
import relrep.metrics.output.Psnr;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The definitions of the metrics of outputs, written from their sources in plain double. */
final class OutputDefinitions {
    /** NaN where the metric refuses. */
    interface Definition {
        double of(double[][] outputs, double[][] truth, int[] labels, int classes);
    }

    record Defined(String name, OutputMetric metric, Definition definition) {}

    private static final double NONE = Double.NaN;

    private OutputDefinitions() {}

    static List<Defined> all() {
        return List.of(
                new Defined("mse", new Mse(), (o, t, l, c) -> mse(o, t)),
                new Defined("psnr", new Psnr(), (o, t, l, c) -> psnr(o, t)),
                new Defined(
                        "psnr over all",
                        new Psnr().with(new Psnr.Options(2, Psnr.Over.ALL, 60)),
                        (o, t, l, c) -> Math.min(60, 10 * Math.log10(4 / mse(o, t)))),
                new Defined(
                        "label-confusion",
                        new LabelConfusion(),
                        (o, t, l, c) -> confusion(o, t, l, false)),
                new Defined(
                        "label-confusion by means",
                        new LabelConfusion()
                                .with(new LabelConfusion.Options(ClassPredictor.MEANS, 1)),
                        (o, t, l, c) -> confusion(o, t, l, true)),
                new Defined("accuracy", new Accuracy(), (o, t, l, c) -> accuracy(o, l, c)),
                new Defined("f1", new F1(), (o, t, l, c) -> f1(o, l, c)),
                new Defined("mae", new Mae(), (o, t, l, c) -> mae(o, l, c)));
    }

    private static double error(double[] output, double[] truth) {
        return Tables.square(output, truth) / truth.length;
    }

    private static double mse(double[][] outputs, double[][] truth) {
        if (truth.length == 0 || Tables.width(outputs) != Tables.width(truth)) {
            return NONE;
        }
        return IntStream.range(0, truth.length)
                .mapToDouble(i -> error(outputs[i], truth[i]))
                .average()
                .orElse(NONE);
    }

    private static double psnr(double[][] outputs, double[][] truth) {
        if (Double.isNaN(mse(outputs, truth))) {
            return NONE;
        }
        return IntStream.range(0, truth.length)
                .mapToDouble(i -> 10 * Math.log10(1 / error(outputs[i], truth[i])))
                .map(value -> Math.min(100, value))
                .average()
                .orElse(NONE);
    }

    private static double confusion(
            double[][] outputs, double[][] truth, int[] labels, boolean means) {
        boolean shape = Tables.width(outputs) == Tables.width(truth);
        int fewest = means ? 2 : 6;
        if (!shape || truth.length < fewest || Arrays.stream(labels).distinct().count() < 2) {
            return NONE;
        }
        double changed = 0;
        for (int i = 0; i < truth.length; i++) {
            int before = means ? mean(truth[i], truth, labels) : vote(truth[i], i, truth, labels);
            int after =
                    means ? mean(outputs[i], truth, labels) : vote(outputs[i], i, truth, labels);
            changed += before == after ? 0 : 1;
        }
        return changed / truth.length;
    }

    /** The most frequent class of five others; of a tie, that of the nearest. */
    private static int vote(double[] point, int own, double[][] truth, int[] labels) {
        int[] near =
                IntStream.range(0, truth.length)
                        .filter(j -> j != own)
                        .boxed()
                        .sorted(
                                (a, b) ->
                                        Double.compare(
                                                Tables.square(point, truth[a]),
                                                Tables.square(point, truth[b])))
                        .limit(5)
                        .mapToInt(j -> labels[j])
                        .toArray();
        int best = near[0];
        for (int label : near) {
            best = count(near, label) > count(near, best) ? label : best;
        }
        return best;
    }

    private static long count(int[] labels, int label) {
        return Arrays.stream(labels).filter(other -> other == label).count();
    }

    /** The class whose mean, as a float holds it, is nearest. */
    private static int mean(double[] point, double[][] truth, int[] labels) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int label : Arrays.stream(labels).sorted().distinct().toArray()) {
            double[] mean = new double[point.length];
            for (int j = 0; j < mean.length; j++) {
                int column = j;
                mean[j] =
                        (float)
                                IntStream.range(0, truth.length)
                                        .filter(i -> labels[i] == label)
                                        .mapToDouble(i -> truth[i][column])
                                        .average()
                                        .orElseThrow();
            }
            double square = Tables.square(point, mean);
            best = square < least ? label : best;
            least = Math.min(least, square);
        }
        return best;
    }

    private static int named(double[] scores) {
        int best = 0;
        for (int c = 0; c < scores.length; c++) {
            best = scores[c] > scores[best] ? c : best;
        }
        return best;
    }

    private static boolean refused(double[][] scores, int classes) {
        return scores.length == 0 || Tables.width(scores) != classes;
    }

    private static double accuracy(double[][] scores, int[] labels, int classes) {
        return refused(scores, classes)
                ? NONE
                : IntStream.range(0, labels.length)
                        .mapToDouble(i -> named(scores[i]) == labels[i] ? 1 : 0)
                        .average()
                        .orElse(NONE);
    }

    private static double mae(double[][] scores, int[] labels, int classes) {
        return refused(scores, classes)
                ? NONE
                : IntStream.range(0, labels.length)
                        .mapToDouble(i -> Math.abs(named(scores[i]) - labels[i]))
                        .average()
                        .orElse(NONE);
    }

    private static double f1(double[][] scores, int[] labels, int classes) {
        if (refused(scores, classes)) {
            return NONE;
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            double right = 0;
            double wrong = 0;
            double missed = 0;
            for (int i = 0; i < labels.length; i++) {
                boolean said = named(scores[i]) == c;
                right += said && labels[i] == c ? 1 : 0;
                wrong += said && labels[i] != c ? 1 : 0;
                missed += !said && labels[i] == c ? 1 : 0;
            }
            double size = right + missed;
            sum += size == 0 ? 0 : size * 2 * right / (2 * right + wrong + missed);
        }
        return sum / labels.length;
    }
}
