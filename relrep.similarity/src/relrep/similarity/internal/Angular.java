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
import relrep.kernels.tile.Projection;

import java.util.EnumSet;
import java.util.Set;

/**
 * The angle between point and anchor, seen from the origin. A zero vector is at a right angle to
 * every vector.
 */
@Component(service = Similarity.class)
@Plugin(
        name = "angular",
        description = "angle between point and anchor, in half turns from 0 to 1 by default",
        source =
                "Cannistraci et al., From bricks to bridges: product of invariances to enhance"
                        + " latent space communication, ICLR 2024; latentis: angular")
public final class Angular
        implements DifferentiableSimilarity,
                InvertibleSimilarity,
                Tunable<Similarity, Angular.Options> {
    /** Cosines closer than this to 1 or -1 are at a corner of the angle, which has no gradient. */
    private static final double CORNER = 1e-12;

    private final Options options;

    /** Makes the similarity with its defaults. */
    public Angular() {
        this(new Options(Form.DISTANCE));
    }

    private Angular(Options options) {
        this.options = options;
    }

    /** The forms of the angle. */
    public enum Form {
        /** {@code angle / π}. */
        DISTANCE(1 / Math.PI, 0),
        /** {@code 1 - angle / π}. */
        SIMILARITY(-1 / Math.PI, 1),
        /** {@code 1 - angle}. */
        RADIANS(-1, 1);

        private final double factor;
        private final double offset;

        Form(double factor, double offset) {
            this.factor = factor;
            this.offset = offset;
        }
    }

    /** The options of {@code angular}. */
    public record Options(
            @Option(
                            "distance is angle/π, 0 for the same direction to 1 for the opposite,"
                                    + " as latentis has it; similarity is 1 less that; radians is"
                                    + " 1 - angle, from 1 down to 1 - π, as latentis' development"
                                    + " branch has it (there without a guard against cosines above"
                                    + " 1)")
                    Form form) {}

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Similarity with(Options other) {
        return new Angular(other);
    }

    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        PointsAndAnchors inputs = PointsAndAnchors.of(points, anchors);
        Matrix angles = Projection.create().angle(points, anchors);
        Form form = options.form();
        return inputs.finite(Each.of(angles, angle -> angle * form.factor + form.offset));
    }

    @Override
    public Matrix pullBack(Matrix points, Matrix anchors, Matrix gradient) {
        PointsAndAnchors.of(points, anchors).requireGradient(gradient);
        CosineTable table = CosineTable.of(DoubleMatrix.of(points), DoubleMatrix.of(anchors));
        double[] cosines = table.values().toArray();
        double[] slopes = DoubleMatrix.of(gradient).toArray();
        for (int i = 0; i < slopes.length; i++) {
            double sine = 1 - cosines[i] * cosines[i];
            slopes[i] *= sine > CORNER ? -options.form().factor / Math.sqrt(sine) : 0;
        }
        return table.pullBack(DoubleMatrix.of(gradient.rows(), gradient.cols(), slopes)).toMatrix();
    }

    /** Returns points of length 1. */
    @Override
    public Matrix invert(Matrix relative, Matrix anchors) {
        Form form = options.form();
        Matrix cosines = Each.of(relative, value -> Math.cos((value - form.offset) / form.factor));
        return Cosine.directions("angular", cosines, anchors);
    }

    @Override
    public Set<Invariance> invariances() {
        return EnumSet.of(
                Invariance.PERMUTATION, Invariance.ORTHOGONAL, Invariance.ISOTROPIC_SCALING);
    }

    @Override
    public Sense sense() {
        return options.form() == Form.DISTANCE ? Sense.LARGER_IS_FARTHER : Sense.LARGER_IS_CLOSER;
    }
}
