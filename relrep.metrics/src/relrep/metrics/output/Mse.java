package relrep.metrics.output;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.OutputMetric;
import relrep.api.metric.Score;
import relrep.api.model.Objective;
import relrep.api.plugin.Plugin;
import relrep.api.run.Run;

import java.util.Set;

/**
 * The mean squared error over all coordinates of all samples. The value of a sample is the mean
 * over its own coordinates.
 */
@Component(service = OutputMetric.class)
@Plugin(name = "mse", description = "mean squared error of reconstructions, over all coordinates")
public final class Mse implements OutputMetric {
    @Override
    public MetricTraits traits() {
        return new MetricTraits(
                Direction.LOWER_IS_BETTER, 0, Double.POSITIVE_INFINITY, Set.of(), 1);
    }

    @Override
    public Objective objective() {
        return Objective.RECONSTRUCT;
    }

    @Override
    public Score measure(Matrix outputs, Samples truth, Run run) {
        Reconstructions.require(outputs, truth, 1);
        int n = outputs.rows();
        float[] perSample = new float[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double error = Reconstructions.error(outputs, truth, i);
            perSample[i] = (float) error;
            sum += error;
            if (i % 1024 == 0) {
                run.step(i, n);
            }
        }
        return Score.of(sum / n, perSample);
    }
}
