package relrep.similarity.internal;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.Similarity;
import relrep.kernels.tile.Minkowski;
import relrep.kernels.tile.Projection;

import java.util.EnumSet;
import java.util.Set;

/** The Minkowski distance, {@code (Σ |x - a|^p)^(1/p)}. */
@Component(service = Similarity.class)
@Plugin(
        name = "lp",
        description = "distance of Minkowski of order p, 0 or more; larger is less alike",
        source =
                "Cannistraci et al., From bricks to bridges: product of invariances to enhance"
                        + " latent space communication, ICLR 2024; torch.cdist")
public final class Lp implements DifferentiableSimilarity, Tunable<Similarity, Lp.Options> {
    private final Options options;

    /** Makes the similarity with its defaults. */
    public Lp() {
        this(new Options(3));
    }

    private Lp(Options options) {
        this.options = options;
    }

    /** The options of {@code lp}. */
    public record Options(
            @Option(
                            value =
                                    "the order: 1 is l1, 2 is euclidean, and a large one comes near"
                                            + " to chebyshev; one that is not whole takes"
                                            + " far longer",
                            min = 1,
                            max = 1000)
                    double p) {
        /** Checks that the order gives a distance. */
        public Options {
            if (!(p >= 1 && p <= 1000)) {
                throw new InvalidInputException("p must be 1 to 1000, not " + p);
            }
        }
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Similarity with(Options other) {
        return new Lp(other);
    }

    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        PointsAndAnchors inputs = PointsAndAnchors.of(points, anchors);
        return inputs.finite(
                options.p() == 2
                        ? Projection.create().euclidean(points, anchors)
                        : Minkowski.distances(points, anchors, options.p()));
    }

    /**
     * Returns the gradient. For p = 1, a coordinate in which point and anchor are equal adds 0,
     * since the distance has a corner there.
     */
    @Override
    public Matrix pullBack(Matrix points, Matrix anchors, Matrix gradient) {
        PointsAndAnchors.of(points, anchors).requireGradient(gradient);
        Matrix distances = compare(points, anchors);
        double power = options.p() - 1;
        return Matrix.filled(
                points.rows(),
                points.cols(),
                memory -> {
                    for (int i = 0; i < points.rows(); i++) {
                        float[] point = points.row(i);
                        double[] pull = new double[point.length];
                        for (int j = 0; j < anchors.rows(); j++) {
                            double distance = distances.get(i, j);
                            float[] anchor = anchors.row(j);
                            for (int t = 0; t < pull.length && distance > 0; t++) {
                                double apart = (double) point[t] - anchor[t];
                                pull[t] +=
                                        gradient.get(i, j)
                                                * Math.signum(apart)
                                                * Math.pow(Math.abs(apart) / distance, power);
                            }
                        }
                        for (double value : pull) {
                            memory.put((float) value);
                        }
                    }
                });
    }

    @Override
    public Set<Invariance> invariances() {
        Set<Invariance> claims = EnumSet.of(Invariance.PERMUTATION, Invariance.TRANSLATION);
        if (options.p() == 2) {
            claims.add(Invariance.ORTHOGONAL);
        }
        return claims;
    }

    @Override
    public Sense sense() {
        return Sense.LARGER_IS_FARTHER;
    }
}
