package relrep.kernels.tile;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.kernels.linear.DoubleMatrix;

/**
 * Computes relative projections: a value for every point and every anchor, {@code n × k}.
 *
 * <p>Peak memory is the result, a copy of the anchors, and a few blocks. Inputs are expected to be
 * finite.
 *
 * <p>Source: Moschella et al., Relative representations enable zero-shot latent space
 * communication, ICLR 2023, equation 1.
 */
public final class Projection {
    private final Machine machine;

    Projection(Machine machine) {
        this.machine = machine;
    }

    /** Returns a projection on the fastest engine of this machine and all its processors. */
    public static Projection create() {
        return new Projection(Machine.best());
    }

    /**
     * Returns the cosine of every point and every anchor, from -1 to 1. Vectors of any norm are
     * normalised; a zero vector has cosine 0 with every vector.
     *
     * @param points {@code n × d}
     * @param anchors {@code k × d}
     * @return {@code n × k}
     */
    public Matrix cosine(Matrix points, Matrix anchors) {
        requireEqualWidths(points, anchors);
        Engine engine = engine(points, anchors);
        return table(new Cosine(Rows.of(points), Rows.of(anchors), engine.loops()), engine);
    }

    /** Returns the cosines of points and anchors that were standardised first. */
    public Matrix cosine(Matrix points, Matrix anchors, Standardisation standardisation) {
        requireEqualWidths(points, anchors);
        if (standardisation.width() != points.cols()) {
            throw new InvalidInputException(
                    "points must be as wide as what standardises them, not %d and %d"
                            .formatted(points.cols(), standardisation.width()));
        }
        Engine engine = engine(points, anchors);
        return table(
                new Cosine(
                        Rows.of(points, standardisation),
                        Rows.of(anchors, standardisation),
                        engine.loops()),
                engine);
    }

    /**
     * Returns the angle of every point and every anchor in radians, 0 to π; a zero vector is at a
     * right angle to every vector. The error is about 3e-7, also for small angles.
     *
     * @param points {@code n × d}
     * @param anchors {@code k × d}
     * @return {@code n × k}
     */
    public Matrix angle(Matrix points, Matrix anchors) {
        requireEqualWidths(points, anchors);
        Engine engine = engine(points, anchors);
        Cosine cosine = new Cosine(Rows.of(points), Rows.of(anchors), engine.loops());
        return table(new Angle(cosine, Rows.of(points), Rows.of(anchors)), engine);
    }

    /**
     * Returns the Euclidean distance of every point and every anchor. Equal rows have distance 0
     * exactly; the relative error is that of float32 sums, also for small distances.
     *
     * @param points {@code n × d}
     * @param anchors {@code k × d}
     * @return {@code n × k}
     */
    public Matrix euclidean(Matrix points, Matrix anchors) {
        requireEqualWidths(points, anchors);
        Engine engine = engine(points, anchors);
        return table(Euclid.of(points, anchors, machine.workers(), engine.loops()), engine);
    }

    /**
     * Returns the image of every point under an affine map: its inner product with each row, plus
     * the shift.
     *
     * @param points {@code n × d}
     * @param rows {@code m × d}, the transposed matrix of the map
     * @param shift {@code m} values
     * @return {@code n × m}
     */
    public Matrix affine(Matrix points, Matrix rows, float[] shift) {
        requireEqualWidths(points, rows);
        if (shift.length != rows.rows()) {
            throw new InvalidInputException(
                    "a map to %d coordinates must have a shift as wide, not %d"
                            .formatted(rows.rows(), shift.length));
        }
        return table(
                new OffsetProducts(Rows.of(points), Rows.of(rows), shift.clone()),
                engine(points, rows));
    }

    /**
     * Returns the same for rows outside the range of float32.
     *
     * @param rows {@code m × d}
     */
    Matrix affine(Matrix points, DoubleMatrix rows, double[] shift) {
        ScaledOffsetProducts measure = ScaledOffsetProducts.of(points, rows, shift);
        return table(measure, machine.engine(points.rows(), rows.rows(), points.cols()));
    }

    private static void requireEqualWidths(Matrix points, Matrix anchors) {
        if (points.cols() != anchors.cols()) {
            throw new InvalidInputException(
                    "points and anchors must be equally wide, not %d and %d"
                            .formatted(points.cols(), anchors.cols()));
        }
    }

    private Engine engine(Matrix points, Matrix anchors) {
        return machine.engine(points.rows(), anchors.rows(), points.cols());
    }

    private Matrix table(ProductMeasure measure, Engine engine) {
        int n = measure.left().count();
        TileSide[] sides = TileSide.all(engine, measure);
        int block = engine.stripRows(n, measure.left().width());
        return Matrix.filled(
                n,
                measure.right().count(),
                memory ->
                        machine.workers()
                                .each(
                                        (n + block - 1) / block,
                                        ticks -> {
                                            RowBlockWorker strip =
                                                    new RowBlockWorker(measure, sides, block);
                                            return b -> strip.fill(b * block, memory);
                                        }));
    }
}
