package relrep.metrics.space;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Space;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.Score;
import relrep.api.metric.SpaceMetric;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Plugin;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.kernels.linear.MatrixRows;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The mean cosine of two different samples, from {@code -1/(n-1)} to 1: near 0 when the samples
 * point in all directions, near 1 when they share a narrow cone. In a narrow cone, cosines hardly
 * distinguish samples (above 0.2, centre the space or use {@code robust-cosine}). With unit vectors
 * <i>u</i> and their sum <i>S</i>, it is {@code (‖S‖² - Σ‖u‖²) / (n(n-1))}, computed without going
 * over pairs. The value of a sample is its mean cosine with the others. A zero vector has cosine 0.
 *
 * <p>Source: Ethayarajh, How contextual are contextualized word representations?, EMNLP 2019.
 */
@Component(service = SpaceMetric.class)
@Plugin(
        name = "anisotropy",
        description = "mean cosine of two different samples: near 0 is isotropic, 1 a narrow cone",
        source = "Ethayarajh, How contextual are contextualized word representations?, EMNLP 2019")
public final class Anisotropy implements SpaceMetric {
    private static final int BLOCK = 512;

    @Override
    public MetricTraits traits() {
        return new MetricTraits(Direction.NEITHER, -1, 1, Set.of(), 2);
    }

    @Override
    public Set<Invariance> invariances() {
        return EnumSet.of(
                Invariance.PERMUTATION, Invariance.ORTHOGONAL, Invariance.ISOTROPIC_SCALING);
    }

    @Override
    public Score measure(Space space, Run run) {
        int n = space.size();
        if (n < 2) {
            throw new InvalidInputException(
                    "at least 2 samples are needed, '%s' has %d".formatted(space.name(), n));
        }
        space.latents().requireFinite("the latents of '%s'".formatted(space.name()));
        MatrixRows rows = MatrixRows.of(space.latents());
        double[] sum = sumOfUnits(rows, run);
        double[] unit = new double[rows.cols()];
        float[] perSample = new float[n];
        double total = 0;
        for (int i = 0; i < n; i++) {
            double square = normalise(rows, i, unit);
            double mean = (dot(unit, sum) - square) / (n - 1);
            perSample[i] = (float) mean;
            total += mean;
            tell(run, n + i, 2L * n);
        }
        return new Score(total / n, perSample, Map.of());
    }

    private static double[] sumOfUnits(MatrixRows rows, Run run) {
        double[] sum = new double[rows.cols()];
        double[] unit = new double[rows.cols()];
        for (int i = 0; i < rows.rows(); i++) {
            normalise(rows, i, unit);
            for (int j = 0; j < sum.length; j++) {
                sum[j] += unit[j];
            }
            tell(run, i, 2L * rows.rows());
        }
        return sum;
    }

    private static void tell(Run run, long done, long total) {
        if (done % BLOCK == 0) {
            run.step(done, total);
        }
    }

    /**
     * Reads a row as a unit vector, and returns the vector's squared norm: 1, or 0 for a zero
     * vector.
     */
    private static double normalise(MatrixRows rows, int row, double[] unit) {
        rows.read(row, row + 1, unit);
        double norm = Math.sqrt(dot(unit, unit));
        for (int j = 0; j < unit.length; j++) {
            unit[j] = norm > 0 ? unit[j] / norm : 0;
        }
        return norm > 0 ? 1 : 0;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
