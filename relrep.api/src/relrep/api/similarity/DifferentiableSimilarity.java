package relrep.api.similarity;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.Matrix;

/**
 * A similarity with a gradient, for training a network through it. The anchors are constant, as in
 * Moschella et al., ICLR 2023: no gradient flows to them.
 */
@ConsumerType
public interface DifferentiableSimilarity extends Similarity {
    /**
     * Returns the gradient of a loss with respect to the points.
     *
     * <p>Law: it equals the finite difference of {@code Σ gradient ∘ compare(points, anchors)}
     * wherever that is smooth. Elsewhere (a zero vector, a distance of 0) it is finite.
     *
     * @param points {@code n × d}
     * @param anchors {@code k × d}
     * @param gradient of the loss with respect to {@code compare(points, anchors)}, {@code n × k}
     * @return {@code n × d}
     */
    Matrix pullBack(Matrix points, Matrix anchors, Matrix gradient);
}
