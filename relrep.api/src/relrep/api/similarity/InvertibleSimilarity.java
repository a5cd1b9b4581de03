package relrep.api.similarity;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.Matrix;

/**
 * A similarity that can be inverted: given enough anchors, it computes the points from their
 * relative representation.
 */
@ConsumerType
public interface InvertibleSimilarity extends Similarity {
    /**
     * Returns the points with these similarities to the anchors, or the nearest ones by least
     * squares. Where the similarity ignores a property of the points, a value is fixed: points from
     * cosines have length 1.
     *
     * <p>Law: {@code compare(invert(r, anchors), anchors)} is {@code r} for every <i>r</i> that
     * {@code compare} returned, up to rounding times the condition of the anchors.
     *
     * @param relative {@code n × columns(k)}, as {@link #compare} returned them
     * @param anchors {@code k × d}, those that the points were compared with
     * @return {@code n × d}
     * @throws relrep.api.run.InvalidInputException when the anchors do not determine the points:
     *     they are fewer than the coordinates, or lie in fewer dimensions; or when the shapes do
     *     not match, or a value is not finite
     */
    Matrix invert(Matrix relative, Matrix anchors);
}
