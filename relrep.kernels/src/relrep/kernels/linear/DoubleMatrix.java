package relrep.kernels.linear;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * A small matrix of doubles: weights, Gram matrices, factors. Row-major, immutable, on the heap.
 * Data with many rows stays a {@link Matrix} and is read in blocks ({@link MatrixRows}).
 */
public final class DoubleMatrix {
    private final int rows;
    private final int cols;
    private final double[] values;

    /** Wraps the array, which must not change afterwards. */
    DoubleMatrix(int rows, int cols, double[] values) {
        this.rows = rows;
        this.cols = cols;
        this.values = values;
    }

    /**
     * Returns a matrix with a copy of these values, row after row.
     *
     * @throws InvalidInputException when there are not {@code rows·cols} values
     */
    public static DoubleMatrix of(int rows, int cols, double... values) {
        if (rows < 0 || cols < 0 || (long) rows * cols != values.length) {
            throw new InvalidInputException(
                    "a %d × %d matrix must have %d values, not %d"
                            .formatted(rows, cols, (long) rows * cols, values.length));
        }
        return new DoubleMatrix(rows, cols, values.clone());
    }

    /**
     * Returns a matrix with these rows.
     *
     * @throws InvalidInputException when they are not equally long
     */
    public static DoubleMatrix of(double[]... rows) {
        int cols = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[rows.length * cols];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != cols) {
                throw new InvalidInputException(
                        "the rows of a matrix must be equally long: row 0 has %d values, row %d has %d"
                                .formatted(cols, i, rows[i].length));
            }
            System.arraycopy(rows[i], 0, values, i * cols, cols);
        }
        return new DoubleMatrix(rows.length, cols, values);
    }

    /** Returns the values of a matrix of floats, exactly. */
    public static DoubleMatrix of(Matrix matrix) {
        double[] values = new double[matrix.rows() * matrix.cols()];
        FloatBuffer buffer = matrix.buffer();
        for (int i = 0; i < values.length; i++) {
            values[i] = buffer.get(i);
        }
        return new DoubleMatrix(matrix.rows(), matrix.cols(), values);
    }

    /** Returns the identity of this size. */
    public static DoubleMatrix identity(int size) {
        double[] values = new double[size * size];
        for (int i = 0; i < size; i++) {
            values[i * size + i] = 1;
        }
        return new DoubleMatrix(size, size, values);
    }

    /** Returns the number of rows. */
    public int rows() {
        return rows;
    }

    /** Returns the number of columns. */
    public int cols() {
        return cols;
    }

    /** Returns one value. */
    public double get(int row, int col) {
        if (row < 0 || row >= rows || col < 0 || col >= cols) {
            throw new IndexOutOfBoundsException(
                    "row %d, column %d of a %d × %d matrix".formatted(row, col, rows, cols));
        }
        return values[row * cols + col];
    }

    /** Returns a copy of one row. */
    public double[] row(int row) {
        return Arrays.copyOfRange(values, row * cols, (row + 1) * cols);
    }

    /** Returns a copy of all values, row after row. */
    public double[] toArray() {
        return values.clone();
    }

    /** Returns the values themselves, for this package only; they must not be changed. */
    double[] array() {
        return values;
    }

    /** Returns the values rounded to floats. */
    public Matrix toMatrix() {
        return Matrix.filled(
                rows,
                cols,
                memory -> {
                    for (double value : values) {
                        memory.put((float) value);
                    }
                });
    }

    /** Returns the rows {@code from} to {@code to}, the latter excluded. */
    public DoubleMatrix rows(int from, int to) {
        return new DoubleMatrix(
                to - from, cols, Arrays.copyOfRange(values, from * cols, to * cols));
    }

    /** Returns the columns {@code from} to {@code to}, the latter excluded. */
    public DoubleMatrix cols(int from, int to) {
        int width = to - from;
        double[] part = new double[rows * width];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(values, i * cols + from, part, i * width, width);
        }
        return new DoubleMatrix(rows, width, part);
    }

    /** Returns {@code [A B]}, the columns of this matrix and then those of the other. */
    public DoubleMatrix beside(DoubleMatrix b) {
        if (rows != b.rows) {
            throw new InvalidInputException(
                    "matrices side by side need equally many rows, not a %s and a %s"
                            .formatted(this, b));
        }
        int width = cols + b.cols;
        double[] both = new double[rows * width];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(values, i * cols, both, i * width, cols);
            System.arraycopy(b.values, i * b.cols, both, i * width + cols, b.cols);
        }
        return new DoubleMatrix(rows, width, both);
    }

    /** Returns the transpose. */
    public DoubleMatrix transpose() {
        double[] flipped = new double[values.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) {
                flipped[j * rows + i] = values[i * cols + j];
            }
        }
        return new DoubleMatrix(cols, rows, flipped);
    }

    /** Returns {@code AB}. */
    public DoubleMatrix times(DoubleMatrix b) {
        requireInner(cols, b.rows, b);
        return product(CblasNoTrans, this, CblasNoTrans, b, rows, b.cols, cols);
    }

    /** Returns {@code AᵀB}. */
    public DoubleMatrix transposeTimes(DoubleMatrix b) {
        requireInner(rows, b.rows, b);
        return product(CblasTrans, this, CblasNoTrans, b, cols, b.cols, rows);
    }

    /** Returns {@code ABᵀ}. */
    public DoubleMatrix timesTranspose(DoubleMatrix b) {
        requireInner(cols, b.cols, b);
        return product(CblasNoTrans, this, CblasTrans, b, rows, b.rows, cols);
    }

    private void requireInner(int mine, int other, DoubleMatrix b) {
        if (mine != other) {
            throw new InvalidInputException(
                    "a product needs one inner size, not a %s and a %s".formatted(this, b));
        }
    }

    private static DoubleMatrix product(
            int formA, DoubleMatrix a, int formB, DoubleMatrix b, int rows, int cols, int inner) {
        double[] result = new double[rows * cols];
        if (result.length > 0 && inner > 0) {
            OneThread.keep();
            cblas_dgemm(
                    CblasRowMajor,
                    formA,
                    formB,
                    rows,
                    cols,
                    inner,
                    1,
                    a.values,
                    a.cols,
                    b.values,
                    b.cols,
                    0,
                    result,
                    cols);
        }
        return new DoubleMatrix(rows, cols, result);
    }

    /** Returns {@code A + B}. */
    public DoubleMatrix plus(DoubleMatrix b) {
        return plus(1, b);
    }

    /** Returns {@code A - B}. */
    public DoubleMatrix minus(DoubleMatrix b) {
        return plus(-1, b);
    }

    private DoubleMatrix plus(double factor, DoubleMatrix b) {
        requireSameShape("a sum needs", b);
        double[] sum = new double[values.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = values[i] + factor * b.values[i];
        }
        return new DoubleMatrix(rows, cols, sum);
    }

    /** Returns {@code sA}. */
    public DoubleMatrix scaled(double factor) {
        return new DoubleMatrix(
                rows, cols, Arrays.stream(values).map(value -> factor * value).toArray());
    }

    /** Returns {@code A} with column {@code j} multiplied by {@code factors[j]}. */
    public DoubleMatrix scaledColumns(double... factors) {
        if (factors.length != cols) {
            throw new InvalidInputException(
                    "a %s has %d columns to scale, not %d".formatted(this, cols, factors.length));
        }
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = values[i] * factors[i % cols];
        }
        return new DoubleMatrix(rows, cols, scaled);
    }

    /** Returns {@code A} with row {@code i} multiplied by {@code factors[i]}. */
    public DoubleMatrix scaledRows(double... factors) {
        if (factors.length != rows) {
            throw new InvalidInputException(
                    "a %s has %d rows to scale, not %d".formatted(this, rows, factors.length));
        }
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = values[i] * factors[i / cols];
        }
        return new DoubleMatrix(rows, cols, scaled);
    }

    /** Returns the products of corresponding values. */
    public DoubleMatrix timesEach(DoubleMatrix b) {
        requireSameShape("products of corresponding values need", b);
        double[] products = new double[values.length];
        for (int i = 0; i < products.length; i++) {
            products[i] = values[i] * b.values[i];
        }
        return new DoubleMatrix(rows, cols, products);
    }

    /** Returns {@code A + sI} of a square matrix. */
    public DoubleMatrix plusDiagonal(double value) {
        requireSquare("adding to the diagonal");
        double[] sum = values.clone();
        for (int i = 0; i < rows; i++) {
            sum[i * cols + i] += value;
        }
        return new DoubleMatrix(rows, cols, sum);
    }

    /** Returns the vector-matrix product {@code vA}. */
    public double[] leftTimes(double... v) {
        return new DoubleMatrix(1, v.length, v).times(this).values;
    }

    /** Returns the sum of the diagonal. */
    public double trace() {
        requireSquare("the trace");
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += values[i * cols + i];
        }
        return sum;
    }

    /** Returns the sum of the products of corresponding values, {@code tr(AᵀB)}. */
    public double dot(DoubleMatrix b) {
        requireSameShape("an inner product needs", b);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * b.values[i];
        }
        return sum;
    }

    /** Returns the Frobenius norm. */
    public double norm() {
        return Math.sqrt(dot(this));
    }

    private void requireSameShape(String what, DoubleMatrix b) {
        if (rows != b.rows || cols != b.cols) {
            throw new InvalidInputException(
                    "%s equal shapes, not a %s and a %s".formatted(what, this, b));
        }
    }

    /** Returns this matrix if it is square. */
    DoubleMatrix requireSquare(String what) {
        if (rows != cols) {
            throw new InvalidInputException(
                    "%s needs a square matrix, not a %s".formatted(what, this));
        }
        return this;
    }

    /** Returns whether the other is a matrix of the same shape with the same values. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DoubleMatrix that
                && rows == that.rows
                && cols == that.cols
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + cols) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return rows + " × " + cols + " matrix";
    }
}
