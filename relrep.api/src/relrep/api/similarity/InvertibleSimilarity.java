package relrep.api.similarity;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.Matrix;

/**
 * A similarity from which the points can be found again, given enough anchors: a relative
 * representation made absolute.
 */
@ConsumerType
public interface InvertibleSimilarity extends Similarity {
    /**
     * Returns the points that have these similarities to the anchors, or come nearest to them by
     * least squares. What the similarity does not tell of a single point is chosen: a point from
     * cosines has length 1.
     *
     * <p>Law: {@code compare(invert(r, anchors), anchors)} is {@code r} for every <i>r</i> that
     * {@code compare} returned, up to rounding times the condition of the anchors.
     *
     * @param relative {@code n × columns(k)}, as {@link #compare} returned them
     * @param anchors {@code k × d}, those that the points were compared with
     * @return {@code n × d}
     * @throws relrep.api.run.InvalidInputException when the anchors do not determine the points:
     *     they are fewer than the coordinates, or lie in fewer dimensions; or when the shapes do
     *     not go together, or a value is not finite
     */
    Matrix invert(Matrix relative, Matrix anchors);
}
