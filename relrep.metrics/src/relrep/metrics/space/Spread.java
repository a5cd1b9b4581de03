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
import java.util.Set;

/**
 * The scale of a space, 0 or more: the root of the mean variance of its coordinates, with <i>n</i>
 * in the denominator. It shows whether two relative spaces have the same scale: cosines of random
 * vectors in <i>d</i> dimensions have a spread of {@code 1/√d}.
 */
@Component(service = SpaceMetric.class)
@Plugin(
        name = "spread",
        description = "the scale of a space: root of the mean variance of its coordinates",
        source =
                "the poster Relative representation evaluations and comparisons of autoencoders and"
                        + " visual transformers, which reports different scales")
public final class Spread implements SpaceMetric {
    private static final int BLOCK = 512;

    @Override
    public MetricTraits traits() {
        return new MetricTraits(Direction.NEITHER, 0, Double.POSITIVE_INFINITY, Set.of(), 2);
    }

    @Override
    public Set<Invariance> invariances() {
        return EnumSet.of(Invariance.PERMUTATION, Invariance.ORTHOGONAL, Invariance.TRANSLATION);
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
        double[] mean = mean(rows, run);
        double[] row = new double[rows.cols()];
        double squares = 0;
        for (int i = 0; i < n; i++) {
            rows.read(i, i + 1, row);
            for (int j = 0; j < row.length; j++) {
                squares += (row[j] - mean[j]) * (row[j] - mean[j]);
            }
            tell(run, n + i, 2L * n);
        }
        return Score.of(Math.sqrt(squares / n / row.length));
    }

    private static double[] mean(MatrixRows rows, Run run) {
        double[] mean = new double[rows.cols()];
        double[] row = new double[rows.cols()];
        for (int i = 0; i < rows.rows(); i++) {
            rows.read(i, i + 1, row);
            for (int j = 0; j < row.length; j++) {
                mean[j] += row[j] / rows.rows();
            }
            tell(run, i, 2L * rows.rows());
        }
        return mean;
    }

    private static void tell(Run run, long done, long total) {
        if (done % BLOCK == 0) {
            run.step(done, total);
        }
    }
}
