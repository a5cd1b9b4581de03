package relrep.similarity.internal;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.InvertibleSimilarity;
import relrep.api.similarity.Similarity;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.tile.AffineMap;

import java.util.EnumSet;
import java.util.Set;

/** The inner product, {@code x·a}, optionally divided by the root of the width. */
@Component(service = Similarity.class)
@Plugin(
        name = "inner",
        description = "inner product of point and anchor; larger is more alike",
        source =
                "Moschella et al., Relative representations enable zero-shot latent space"
                        + " communication, ICLR 2023, section 3; scaled: Vaswani et al., 2017")
public final class Inner
        implements DifferentiableSimilarity,
                InvertibleSimilarity,
                Tunable<Similarity, Inner.Options> {
    private final Options options;

    /** Makes the similarity with its defaults. */
    public Inner() {
        this(new Options(Scale.NONE));
    }

    private Inner(Options options) {
        this.options = options;
    }

    /** The divisors of the product. */
    public enum Scale {
        /** No divisor. */
        NONE,
        /** The root of the width, which keeps the spread of random points at 1. */
        ROOT_WIDTH
    }

    /** The options of {@code inner}. */
    public record Options(
            @Option(
                            "what the product is divided by: none, as in latentis, or the"
                                    + " root-width √d, as relreps does where it does not normalise")
                    Scale scale) {}

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Similarity with(Options other) {
        return new Inner(other);
    }

    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        PointsAndAnchors inputs = PointsAndAnchors.of(points, anchors);
        return inputs.finite(AffineMap.linear(basis(anchors).transpose()).apply(points));
    }

    @Override
    public Matrix pullBack(Matrix points, Matrix anchors, Matrix gradient) {
        PointsAndAnchors.of(points, anchors).requireGradient(gradient);
        return DoubleMatrix.of(gradient).times(basis(anchors)).toMatrix();
    }

    @Override
    public Matrix invert(Matrix relative, Matrix anchors) {
        anchors.requireFinite("the anchors");
        return Basis.of("inner", basis(anchors)).points(relative);
    }

    private DoubleMatrix basis(Matrix anchors) {
        double factor =
                options.scale() == Scale.NONE ? 1 : 1 / Math.sqrt(Math.max(1, anchors.cols()));
        return DoubleMatrix.of(anchors).scaled(factor);
    }

    @Override
    public Set<Invariance> invariances() {
        return EnumSet.of(Invariance.PERMUTATION, Invariance.ORTHOGONAL);
    }
}
