package relrep.transforms;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.Transform;
import relrep.api.transform.TransformState;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.MatrixRows;
import relrep.kernels.linear.PrincipalComponents;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whitening: the training latents get mean 0 and the identity for their covariance. {@code
 * form=pca} gives coordinates along the principal components, each divided by its deviation; {@code
 * form=zca} turns these back, so that each coordinate stays as near to its origin as possible.
 * Directions in which the training latents do not vary are left out: {@code pca} is narrower by
 * them, and {@code zca} makes them 0.
 */
@Component(service = Transform.class)
@Plugin(
        name = "whiten",
        description =
                "makes the coordinates uncorrelated, with variance 1, on the training latents",
        source = "Kessy, Lewin & Strimmer, Optimal whitening and decorrelation, 2018")
public final class Whiten implements Transform, Tunable<Transform, Whiten.Options> {
    private final Options options;

    /** Makes the transform with its defaults. */
    public Whiten() {
        this(new Options(Form.PCA, 0, 0));
    }

    private Whiten(Options options) {
        this.options = options;
    }

    /** The coordinates after whitening. */
    public enum Form {
        /** Along the principal components, largest variance first. */
        PCA,
        /** Along the coordinates as they were. */
        ZCA
    }

    /** The options of {@code whiten}. */
    public record Options(
            @Option(
                            "the coordinates afterwards: pca, along the principal components, or"
                                    + " zca, along the coordinates as they were")
                    Form form,
            @Option(
                            value =
                                    "added to the variance of each direction, as a share of the"
                                            + " mean variance of a coordinate; larger values divide"
                                            + " small directions by less, and leave them below 1",
                            min = 0)
                    double eps,
            @Option(
                            value =
                                    "the number of directions to keep, largest variance first; 0"
                                            + " keeps all that are more than rounding",
                            min = 0,
                            max = 1 << 20)
                    int rank) {}

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Transform with(Options other) {
        return new Whiten(other);
    }

    @Override
    public FittedTransform fit(Space training, Run run) {
        Matrix latents = Training.of("whiten", training);
        PrincipalComponents found = PrincipalComponents.of(MatrixRows.of(latents));
        if (found.rank() == 0) {
            throw new InvalidInputException(
                    "whiten must be fitted on rows that differ, but all %d rows of '%s' are the same"
                            .formatted(latents.rows(), training.name()));
        }
        if (options.rank() > found.rank()) {
            throw new InvalidInputException(
                    "whiten must keep at most as many directions as the rows of '%s' vary in, %d, not %d"
                            .formatted(training.name(), found.rank(), options.rank()));
        }
        int rank = options.rank() == 0 ? found.rank() : options.rank();
        if (options.rank() == 0 && rank < latents.cols()) {
            run.note(
                    "whiten keeps %d of %d directions of '%s': its training rows do not vary in the others"
                            .formatted(rank, latents.cols(), training.name()));
        }
        DoubleMatrix axes = found.directions().rows(0, rank).transpose();
        DoubleMatrix weights = axes.scaledColumns(factors(found.deviations(), rank));
        if (options.form() == Form.ZCA) {
            weights = weights.timesTranspose(axes);
        }
        Map<String, Double> diagnostics = new LinkedHashMap<>();
        diagnostics.put("rank", (double) rank);
        diagnostics.put("condition", found.deviations()[0] / found.deviations()[rank - 1]);
        Spread.share(found.deviations(), rank)
                .ifPresent(share -> diagnostics.put("kept-variance", share));
        return new LinearMap(found.mean(), weights.toMatrix(), diagnostics);
    }

    /** Returns one over the deviation of each direction. */
    private double[] factors(double[] deviations, int rank) {
        double variance = 0;
        for (double deviation : deviations) {
            variance += deviation * deviation / deviations.length;
        }
        double[] factors = new double[rank];
        for (int i = 0; i < rank; i++) {
            factors[i] = 1 / Math.sqrt(deviations[i] * deviations[i] + options.eps() * variance);
        }
        return factors;
    }

    @Override
    public FittedTransform restore(TransformState state) {
        return LinearMap.restored(state);
    }
}
