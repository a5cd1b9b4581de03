package relrep.metrics.output;

import org.osgi.service.component.annotations.Component;

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

import java.util.OptionalDouble;
import java.util.Set;

/**
 * Mean absolute error of class numbers, {@code |predicted − true|}. For ordered classes, like one
 * to five stars, it distinguishes small from large errors. The chance level is that of predicting
 * each class equally often at random.
 *
 * <p>Source: Moschella et al., Relative representations enable zero-shot latent space
 * communication, ICLR 2023, the tables on Amazon reviews.
 */
@Component(service = OutputMetric.class)
@Plugin(
        name = "mae",
        description = "mean distance of the predicted from the true class number",
        source = "Moschella et al., Relative representations, ICLR 2023")
public final class Mae implements OutputMetric {
    @Override
    public MetricTraits traits() {
        return new MetricTraits(
                Direction.LOWER_IS_BETTER, 0, Double.POSITIVE_INFINITY, Set.of(Need.LABELS), 1);
    }

    @Override
    public Objective objective() {
        return Objective.CLASSIFY;
    }

    @Override
    public OptionalDouble chance(Samples truth) {
        if (truth.labels().isEmpty() || truth.size() == 0) {
            return OptionalDouble.empty();
        }
        int[] sizes = Predictions.sizes(truth.requireLabels());
        double sum = 0;
        for (int c = 0; c < sizes.length; c++) {
            for (int guess = 0; guess < sizes.length; guess++) {
                sum += (double) sizes[c] * Math.abs(c - guess);
            }
        }
        return OptionalDouble.of(sum / sizes.length / truth.size());
    }

    @Override
    public Score measure(Matrix outputs, Samples truth, Run run) {
        Predictions predictions = Predictions.of(outputs, truth);
        float[] misses = new float[predictions.size()];
        long sum = 0;
        for (int i = 0; i < misses.length; i++) {
            int miss = Math.abs(predictions.predicted()[i] - predictions.truth().get(i));
            misses[i] = miss;
            sum += miss;
        }
        return Score.of(sum / (double) misses.length, misses);
    }
}
