package relrep.transforms;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.Run;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.Transform;
import relrep.api.transform.TransformState;
import relrep.kernels.linear.Gram;
import relrep.kernels.linear.MatrixRows;

import java.util.Arrays;
import java.util.Map;

/**
 * One factor for the whole space, {@code z' = sz}, which gives the training latents a root mean
 * squared norm of 1 or of {@code √d}. The origin and all angles stay. Training latents that are all
 * zero keep their scale.
 */
@Component(service = Transform.class)
@Plugin(
        name = "scale",
        description = "multiplies the space by one factor, so that norms are 1, or √d, on average",
        source = "Gower, Generalized Procrustes analysis, 1975")
public final class Scale implements Transform, Tunable<Transform, Scale.Options> {
    private final Options options;

    /** Makes the transform with its defaults. */
    public Scale() {
        this(new Options(Norm.ROOT_WIDTH));
    }

    private Scale(Options options) {
        this.options = options;
    }

    /** The root mean squared norm after scaling. */
    public enum Norm {
        /** 1. */
        ONE,
        /** {@code √d}, so that a coordinate has a mean square of 1. */
        ROOT_WIDTH
    }

    /** The options of {@code scale}. */
    public record Options(
            @Option(
                            "the root mean squared norm of the training latents afterwards: one, or"
                                    + " root-width, which gives coordinates a mean square of 1")
                    Norm norm) {}

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Transform with(Options other) {
        return new Scale(other);
    }

    @Override
    public FittedTransform fit(Space training, Run run) {
        Matrix latents = Training.of("scale", training);
        int d = latents.cols();
        double mean = Math.sqrt(Gram.squares(MatrixRows.of(latents)) / latents.rows());
        double wanted = options.norm() == Norm.ONE ? 1 : Math.sqrt(d);
        boolean scales = mean > 0 && wanted / mean < Float.MAX_VALUE;
        if (!scales) {
            run.note(
                    "scale leaves '%s' as it is: all its rows are zero".formatted(training.name()));
        }
        double[] factors = new double[d];
        Arrays.fill(factors, scales ? wanted / mean : 1);
        return new CoordinateMap(
                new double[d], factors, Map.of("factor", scales ? wanted / mean : 1));
    }

    @Override
    public FittedTransform restore(TransformState state) {
        return CoordinateMap.restored(state);
    }
}
