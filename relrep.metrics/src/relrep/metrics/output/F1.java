package relrep.metrics.output;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.OutputMetric;
import relrep.api.metric.Score;
import relrep.api.model.Objective;
import relrep.api.plugin.Plugin;
import relrep.api.run.Run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The F1 score of each class, {@code 2·tp / (2·tp + fp + fn)}, averaged with the sizes of the true
 * classes as weights; 0 to 1. A class that is never predicted correctly has 0. The details are the
 * scores of all classes that have samples. The chance level is that of predicting each class
 * equally often at random.
 */
@Component(service = OutputMetric.class)
@Plugin(name = "f1", description = "F1 score of a classification, weighted by the class sizes")
public final class F1 implements OutputMetric {
    @Override
    public MetricTraits traits() {
        return new MetricTraits(Direction.HIGHER_IS_BETTER, 0, 1, Set.of(Need.LABELS), 1);
    }

    @Override
    public Objective objective() {
        return Objective.CLASSIFY;
    }

    /**
     * Computes the score of random guessing. For a class with share <i>p</i>, {@code p/C} of all
     * samples are guessed correctly, and {@code p + 1/C} are guessed or true.
     */
    @Override
    public OptionalDouble chance(Samples truth) {
        if (truth.labels().isEmpty() || truth.size() == 0) {
            return OptionalDouble.empty();
        }
        int[] sizes = Predictions.sizes(truth.requireLabels());
        double guess = 1. / sizes.length;
        double sum = 0;
        for (int size : sizes) {
            double share = size / (double) truth.size();
            sum += share * 2 * share * guess / (share + guess);
        }
        return OptionalDouble.of(sum);
    }

    @Override
    public Score measure(Matrix outputs, Samples truth, Run run) {
        Predictions predictions = Predictions.of(outputs, truth);
        Labels labels = predictions.truth();
        int[] sizes = Predictions.sizes(labels);
        int[] named = new int[sizes.length];
        int[] right = new int[sizes.length];
        for (int i = 0; i < predictions.size(); i++) {
            int predicted = predictions.predicted()[i];
            named[predicted]++;
            right[predicted] += predicted == labels.get(i) ? 1 : 0;
        }
        Map<String, Double> details = new LinkedHashMap<>();
        double sum = 0;
        for (int c = 0; c < sizes.length; c++) {
            if (sizes[c] > 0) {
                double score = 2. * right[c] / (named[c] + sizes[c]);
                details.put("class " + labels.classes().get(c), score);
                sum += score * sizes[c];
            }
        }
        return new Score(sum / predictions.size(), new float[0], details);
    }
}
