package relrep.similarity.internal;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Plugin;
import relrep.api.similarity.Similarity;
import relrep.kernels.tile.Minkowski;

import java.util.EnumSet;
import java.util.Set;

/** The Chebyshev distance: the largest absolute difference, {@code max |x - a|}. */
@Component(service = Similarity.class)
@Plugin(
        name = "chebyshev",
        description = "largest absolute difference, 0 or more; larger is less alike",
        source =
                "Cannistraci et al., From bricks to bridges: product of invariances to enhance"
                        + " latent space communication, ICLR 2024")
public final class Chebyshev implements Similarity {
    @Override
    public Matrix compare(Matrix points, Matrix anchors) {
        return PointsAndAnchors.of(points, anchors)
                .finite(Minkowski.distances(points, anchors, Double.POSITIVE_INFINITY));
    }

    @Override
    public Set<Invariance> invariances() {
        return EnumSet.of(Invariance.PERMUTATION, Invariance.TRANSLATION);
    }

    @Override
    public Sense sense() {
        return Sense.LARGER_IS_FARTHER;
    }
}
