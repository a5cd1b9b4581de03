package relrep.kernels.linear;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * The map of rows {@code z' = zW + b}, kept in double precision and applied to floats in blocks.
 *
 * @param weights <i>W</i>, {@code d × m}
 * @param shift <i>b</i>, {@code m} values
 */
public record AffineMap(DoubleMatrix weights, double[] shift) {
    private static final int BLOCK = 2048;

    /** Requires a shift as wide as the result; keeps a copy. */
    public AffineMap {
        shift = shift.clone();
        if (shift.length != weights.cols()) {
            throw new InvalidInputException(
                    "the shift of a map to %d coordinates must have as many, not %d"
                            .formatted(weights.cols(), shift.length));
        }
    }

    /** Returns a map without a shift. */
    public static AffineMap linear(DoubleMatrix weights) {
        return new AffineMap(weights, new double[weights.cols()]);
    }

    /** Returns a copy of the shift. */
    @Override
    public double[] shift() {
        return shift.clone();
    }

    /** Returns the image of each row, in double precision. */
    public DoubleMatrix apply(DoubleMatrix rows) {
        double[] image = rows.times(weights).array();
        for (int i = 0; i < image.length; i++) {
            image[i] += shift[i % shift.length];
        }
        return new DoubleMatrix(rows.rows(), shift.length, image);
    }

    /**
     * Returns the image of each row, in single precision.
     *
     * @param points {@code n × d}
     * @return {@code n × m}
     * @throws InvalidInputException when the width is not <i>d</i>
     */
    public Matrix apply(Matrix points) {
        if (points.cols() != weights.rows()) {
            throw new InvalidInputException(
                    "a map of %d coordinates was given rows with %d"
                            .formatted(weights.rows(), points.cols()));
        }
        return Matrix.filled(points.rows(), weights.cols(), result -> apply(points, result));
    }

    private void apply(Matrix points, FloatBuffer result) {
        int d = weights.rows();
        int m = weights.cols();
        float[] matrix = narrow(weights.array());
        float[] offset = narrow(shift);
        float[] block = new float[Math.min(BLOCK, points.rows()) * m];
        try (FloatPointer right = new FloatPointer(Math.max(1, matrix.length));
                FloatPointer image = new FloatPointer(Math.max(1, block.length))) {
            right.put(matrix);
            for (int from = 0; from < points.rows(); from += BLOCK) {
                int count = Math.min(BLOCK, points.rows() - from);
                fill(block, offset, count);
                image.put(block, 0, count * m);
                try (FloatPointer left = pointer(points.rows(from, from + count))) {
                    multiply(left, right, image, count, d, m);
                }
                image.get(block, 0, count * m);
                result.put(block, 0, count * m);
            }
        }
    }

    private static void multiply(
            FloatPointer left, FloatPointer right, FloatPointer image, int count, int d, int m) {
        if (d > 0 && m > 0) {
            cblas_sgemm(
                    CblasRowMajor,
                    CblasNoTrans,
                    CblasNoTrans,
                    count,
                    m,
                    d,
                    1,
                    left,
                    d,
                    right,
                    m,
                    1,
                    image,
                    m);
        }
    }

    private static void fill(float[] block, float[] offset, int count) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(offset, 0, block, i * offset.length, offset.length);
        }
    }

    /** Off-heap memory in native order is read where it is, other memory is copied. */
    private static FloatPointer pointer(Matrix rows) {
        FloatBuffer buffer = rows.buffer();
        return buffer.isDirect() && buffer.order() == ByteOrder.nativeOrder()
                ? new FloatPointer(buffer)
                : new FloatPointer(rows.toArray());
    }

    private static float[] narrow(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
