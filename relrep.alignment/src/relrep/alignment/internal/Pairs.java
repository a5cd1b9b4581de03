package relrep.alignment.internal;

import relrep.api.alignment.AlignmentProblem;
import relrep.api.data.Anchors;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.LeastSquares;
import relrep.kernels.linear.MatrixRows;

/**
 * The pairs of corresponding points that an aligner fits.
 *
 * @param source {@code k × d}
 * @param target {@code k × m}
 * @param tolerance singular values below this share of the largest count as rounding
 */
record Pairs(MatrixRows source, MatrixRows target, double tolerance) {
    /**
     * Returns the anchors of a problem.
     *
     * @throws InvalidInputException when a latent is not finite, or an anchor is not a row
     */
    static Pairs of(AlignmentProblem problem) {
        return new Pairs(
                MatrixRows.of(points(problem.source(), problem.anchors())),
                MatrixRows.of(points(problem.target(), problem.anchors())),
                LeastSquares.FLOAT_TOLERANCE);
    }

    /** Returns points given in double precision. */
    static Pairs of(DoubleMatrix source, DoubleMatrix target) {
        return new Pairs(
                MatrixRows.of(source), MatrixRows.of(target), LeastSquares.DOUBLE_TOLERANCE);
    }

    /** Returns the anchors' points in a space; full correspondence needs no copy of the latents. */
    static Matrix points(Space space, Anchors anchors) {
        Matrix latents =
                space.latents().requireFinite("the latents of '%s'".formatted(space.name()));
        boolean all =
                anchors.size() == latents.rows() && anchors.equals(Anchors.all(anchors.size()));
        return all ? latents : anchors.place(latents);
    }

    int count() {
        return source.rows();
    }

    /** Returns these pairs minus the means. */
    Pairs minus(Means means) {
        return new Pairs(source.minus(means.source()), target.minus(means.target()), tolerance);
    }
}
