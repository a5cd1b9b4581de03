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

import java.util.Map;
import java.util.Optional;

/**
 * Layer normalisation without learnt weights: each row gets mean 0 and variance 1 over its
 * coordinates, {@code z' = (z - mean(z)) / √(variance(z) + ε)}. A row of equal values becomes 0.
 * Mean and variance of a row are lost, so there is no inverse.
 */
@Component(service = Transform.class)
@Plugin(
        name = "layer-norm",
        description = "gives each row mean 0 and variance 1 over its coordinates",
        source = "Ba, Kiros & Hinton, Layer normalization, 2016; Moschella et al. 2023")
public final class LayerNorm implements Transform, Tunable<Transform, LayerNorm.Options> {
    private static final String EPS = "eps";

    private final Options options;

    /** Makes the transform with its defaults. */
    public LayerNorm() {
        this(new Options(1e-5));
    }

    private LayerNorm(Options options) {
        this.options = options;
    }

    /** The options of {@code layer-norm}. */
    public record Options(
            @Option(
                            value =
                                    "added to the variance of a row before its root is taken; a"
                                            + " large value flattens rows of small variance",
                            min = 0)
                    double eps) {}

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Transform with(Options other) {
        return new LayerNorm(other);
    }

    @Override
    public FittedTransform fit(Space training, Run run) {
        return new Fitted(Training.of("layer-norm", training).cols(), options.eps());
    }

    @Override
    public FittedTransform restore(TransformState state) {
        int width = new KeptState(state).number(KeptState.WIDTH);
        String eps = state.attributes().getOrDefault(EPS, "");
        try {
            return new Fitted(width, Double.parseDouble(eps));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    "the state of layer-norm must have a number '%s', not '%s'".formatted(EPS, eps),
                    e);
        }
    }

    private record Fitted(int width, double eps) implements FittedTransform {
        @Override
        public Matrix apply(Matrix latents) {
            return RowLoop.of(latents, width, width, this::normalise);
        }

        private void normalise(float[] row, double[] image) {
            double mean = 0;
            for (float value : row) {
                mean += value;
            }
            mean /= row.length;
            double squares = 0;
            for (float value : row) {
                squares += (value - mean) * (value - mean);
            }
            double deviation = Math.sqrt(squares / row.length + eps);
            for (int j = 0; j < row.length; j++) {
                image[j] = deviation == 0 ? 0 : (row[j] - mean) / deviation;
            }
        }

        @Override
        public Optional<TransformState> state() {
            return Optional.of(
                    new TransformState(
                            Map.of(),
                            Map.of(
                                    KeptState.WIDTH,
                                    String.valueOf(width),
                                    EPS,
                                    String.valueOf(eps)),
                            Map.of()));
        }
    }
}
