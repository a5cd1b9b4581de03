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

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Classification accuracy: the share of samples whose largest score is that of the true class, 0 to
 * 1. The chance level is the share of the largest class, which is the accuracy of always predicting
 * it.
 */
@Component(service = OutputMetric.class)
@Plugin(name = "accuracy", description = "share of samples that are classified rightly")
public final class Accuracy implements OutputMetric {
    @Override
    public MetricTraits traits() {
        return new MetricTraits(Direction.HIGHER_IS_BETTER, 0, 1, Set.of(Need.LABELS), 1);
    }

    @Override
    public Objective objective() {
        return Objective.CLASSIFY;
    }

    @Override
    public OptionalDouble chance(Samples truth) {
        return truth.labels().filter(labels -> labels.size() > 0).isPresent()
                ? OptionalDouble.of(largestShare(truth.requireLabels()))
                : OptionalDouble.empty();
    }

    private static double largestShare(Labels labels) {
        return Arrays.stream(Predictions.sizes(labels)).max().orElseThrow()
                / (double) labels.size();
    }

    @Override
    public Score measure(Matrix outputs, Samples truth, Run run) {
        Predictions predictions = Predictions.of(outputs, truth);
        float[] right = new float[predictions.size()];
        int count = 0;
        for (int i = 0; i < right.length; i++) {
            if (predictions.predicted()[i] == predictions.truth().get(i)) {
                right[i] = 1;
                count++;
            }
        }
        return Score.of(count / (double) right.length, right);
    }
}
