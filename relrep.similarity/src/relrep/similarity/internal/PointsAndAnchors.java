package relrep.similarity.internal;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

/** The inputs of a similarity: points and anchors. */
record PointsAndAnchors(Matrix points, Matrix anchors) {
    /**
     * Returns points and anchors of one width.
     *
     * @throws InvalidInputException when the widths differ
     */
    static PointsAndAnchors of(Matrix points, Matrix anchors) {
        if (points.cols() != anchors.cols()) {
            throw new InvalidInputException(
                    "points and anchors must be equally wide, not %d and %d"
                            .formatted(points.cols(), anchors.cols()));
        }
        return new PointsAndAnchors(points, anchors);
    }

    /**
     * Returns the result if it is finite. Otherwise it throws with the input value that is not
     * finite, or says that the result is too large for a float. A point that is not finite affects
     * its whole row of the result, and an anchor its whole column. So checking one row and one
     * column is enough, and much cheaper than checking the inputs.
     */
    Matrix finite(Matrix result) {
        boolean finite = true;
        for (int i = 0; i < result.rows() && result.cols() > 0; i++) {
            finite &= Float.isFinite(result.get(i, 0));
        }
        for (int j = 0; j < result.cols() && result.rows() > 0; j++) {
            finite &= Float.isFinite(result.get(0, j));
        }
        if (!finite) {
            points.requireFinite("the points");
            anchors.requireFinite("the anchors");
            throw tooLarge(result);
        }
        return result;
    }

    /**
     * Returns the exception for finite points and anchors whose similarity exceeds the range of a
     * float.
     */
    private static InvalidInputException tooLarge(Matrix result) {
        int row = 0;
        int col = 0;
        while (row < result.rows() && Float.isFinite(result.get(row, 0))) {
            row++;
        }
        if (row == result.rows()) {
            row = 0;
            while (Float.isFinite(result.get(0, col))) {
                col++;
            }
        }
        return new InvalidInputException(
                "similarities must be at most %.1e, where float32 ends, but that of point %d and anchor %d is larger; divide points and anchors by one number"
                        .formatted(Float.MAX_VALUE, row, col));
    }

    /**
     * Checks that similarities are finite and have the right number of columns.
     *
     * @param columns the required number of columns
     */
    static void requireRelative(Matrix relative, int columns) {
        if (relative.cols() != columns) {
            throw new InvalidInputException(
                    "similarities must have %d columns, as many as there are for these anchors, not %d"
                            .formatted(columns, relative.cols()));
        }
        relative.requireFinite("the similarities");
    }

    /** Checks that a gradient has the shape of the result. */
    void requireGradient(Matrix gradient) {
        if (gradient.rows() != points.rows() || gradient.cols() != anchors.rows()) {
            throw new InvalidInputException(
                    "a gradient for %d points and %d anchors must be %d × %d, not %d × %d"
                            .formatted(
                                    points.rows(),
                                    anchors.rows(),
                                    points.rows(),
                                    anchors.rows(),
                                    gradient.rows(),
                                    gradient.cols()));
        }
    }
}
