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
import relrep.kernels.linear.MatrixRows;
import relrep.kernels.linear.PrincipalComponents;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Coordinates along the principal components of the training latents, {@code z' = (z - mean) V},
 * largest variance first. The directions are orthonormal, and the largest coordinate of each is
 * positive. At full width the transform is a rotation, and it has an inverse.
 */
@Component(service = Transform.class)
@Plugin(
        name = "pca",
        description = "rotates to the principal components and keeps the first of them",
        source = "Pearson 1901; Hotelling, Analysis of a complex of statistical variables, 1933")
public final class Pca implements Transform, Tunable<Transform, Pca.Options> {
    private final Options options;

    /** Makes the transform with its defaults. */
    public Pca() {
        this(new Options(0));
    }

    private Pca(Options options) {
        this.options = options;
    }

    /** The options of {@code pca}. */
    public record Options(
            @Option(
                            value =
                                    "the number of components to keep, at most the width of the"
                                            + " latents; 0 keeps all",
                            min = 0,
                            max = 1 << 20)
                    int width) {}

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Transform with(Options other) {
        return new Pca(other);
    }

    @Override
    public FittedTransform fit(Space training, Run run) {
        Matrix latents = Training.of("pca", training);
        int d = latents.cols();
        if (options.width() > d) {
            throw new InvalidInputException(
                    "pca must keep at most the %d coordinates of '%s', not %d; zero-pad takes a larger width"
                            .formatted(d, training.name(), options.width()));
        }
        int width = options.width() == 0 ? d : options.width();
        PrincipalComponents found = PrincipalComponents.of(MatrixRows.of(latents));
        if (options.width() > found.rank()) {
            run.note(
                    "pca keeps %d components of '%s', but its training rows vary along %d of them"
                            .formatted(width, training.name(), found.rank()));
        }
        Map<String, Double> diagnostics = new LinkedHashMap<>();
        diagnostics.put("rank", (double) found.rank());
        Spread.share(found.deviations(), width)
                .ifPresent(share -> diagnostics.put("kept-variance", share));
        return new LinearMap(
                found.mean(),
                found.directions().rows(0, width).transpose().toMatrix(),
                diagnostics);
    }

    @Override
    public FittedTransform restore(TransformState state) {
        return LinearMap.restored(state);
    }
}
