package relrep.metrics.output;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.OutputMetric;
import relrep.api.metric.Score;
import relrep.api.model.Objective;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.Set;

/**
 * The peak signal-to-noise ratio of reconstructions, {@code 10 log₁₀(peak² / MSE)} in decibels:
 * either the mean over the samples, or that of the error of all samples together, which is smaller.
 * Three decibels more are half the error. Ratios above the ceiling count as the ceiling, including
 * the infinite ratio of an exact reconstruction.
 */
@Component(service = OutputMetric.class)
@Plugin(
        name = "psnr",
        description = "peak signal-to-noise ratio of reconstructions, in decibels",
        source = "ITU-T J.340, Reference algorithm for computing peak signal to noise ratio, 2010")
public final class Psnr implements OutputMetric, Tunable<OutputMetric, Psnr.Options> {
    private final Options options;

    /**
     * Makes the metric with its defaults: values from 0 to 1, the mean over the samples, and a
     * ceiling of 100 decibels.
     */
    @Activate
    public Psnr() {
        this(new Options(1, Over.SAMPLES, 100));
    }

    private Psnr(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public OutputMetric with(Options changed) {
        return new Psnr(changed);
    }

    @Override
    public MetricTraits traits() {
        return new MetricTraits(
                Direction.HIGHER_IS_BETTER,
                Double.NEGATIVE_INFINITY,
                options.ceiling(),
                Set.of(),
                1);
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
        double ratios = 0;
        double errors = 0;
        for (int i = 0; i < n; i++) {
            double error = Reconstructions.error(outputs, truth, i);
            double ratio = decibels(error);
            perSample[i] = (float) ratio;
            ratios += ratio;
            errors += error;
            if (i % 1024 == 0) {
                run.step(i, n);
            }
        }
        return options.over() == Over.SAMPLES
                ? Score.of(ratios / n, perSample)
                : Score.of(decibels(errors / n));
    }

    private double decibels(double error) {
        double peak = options.peak();
        return Math.min(options.ceiling(), 10 * Math.log10(peak * peak / error));
    }

    /** The values over which the error is averaged before the logarithm. */
    public enum Over {
        /** Each sample's own coordinates; then the ratios are averaged. */
        SAMPLES,
        /** All coordinates of all samples; then there is no value per sample. */
        ALL
    }

    /**
     * The options of the ratio.
     *
     * @param peak the range of the values
     * @param over what the error is averaged over
     * @param ceiling in decibels
     */
    public record Options(
            @Option(
                            value =
                                    "the range of the values, above 0: 1 for pixels of 0 to 1, 255"
                                            + " for bytes (data_range of scikit-image)",
                            min = 0)
                    double peak,
            @Option(
                            "what the error is averaged over before the logarithm: samples (each on"
                                    + " its own, then the mean of the ratios), all (one ratio of"
                                    + " all together; torchmetrics)")
                    Over over,
            @Option(
                            value =
                                    "the largest ratio in decibels, which exact reconstructions"
                                            + " have too",
                            min = 1,
                            max = 1000)
                    double ceiling) {
        /** Checks the peak and the ceiling. */
        public Options {
            if (!(peak > 0) || !Double.isFinite(peak)) {
                throw new InvalidInputException("peak must be above 0, not " + peak);
            }
            if (!(ceiling >= 1 && ceiling <= 1000)) {
                throw new InvalidInputException("ceiling must be 1 to 1000, not " + ceiling);
            }
        }
    }
}
