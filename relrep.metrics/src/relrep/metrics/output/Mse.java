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
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.Set;

/** The mean squared error over all coordinates of all samples; per sample, over its own. */
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
        require(outputs, truth);
        int n = outputs.rows();
        int d = outputs.cols();
        float[] perSample = new float[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            float[] output = outputs.row(i);
            float[] input = truth.inputs().row(i);
            double error = 0;
            for (int j = 0; j < d; j++) {
                double v = (double) output[j] - input[j];
                error += v * v;
            }
            perSample[i] = (float) (error / d);
            sum += error / d;
            if (i % 1024 == 0) {
                run.step(i, n);
            }
        }
        return Score.of(sum / n, perSample);
    }

    private static void require(Matrix outputs, Samples truth) {
        Matrix inputs = truth.inputs();
        if (outputs.rows() != inputs.rows() || outputs.cols() != inputs.cols()) {
            throw new InvalidInputException(
                    "reconstructions must have the shape of the truth, %d × %d, not %d × %d"
                            .formatted(
                                    inputs.rows(), inputs.cols(), outputs.rows(), outputs.cols()));
        }
        if (outputs.rows() == 0) {
            throw new InvalidInputException("at least 1 sample is needed, there are 0");
        }
        outputs.requireFinite("the reconstructions");
        inputs.requireFinite("the samples");
    }
}
