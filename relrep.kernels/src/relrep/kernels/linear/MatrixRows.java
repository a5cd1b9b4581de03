package relrep.kernels.linear;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;

import java.nio.FloatBuffer;

/**
 * Rows of numbers, <i>n</i> × <i>d</i>, read as doubles in blocks. They are floats or doubles,
 * optionally with a vector subtracted while reading.
 */
public interface MatrixRows {
    /** The relative rounding error of a float, half the spacing at 1. */
    double FLOAT = 0x1p-24;

    /** Returns <i>n</i>. */
    int rows();

    /** Returns <i>d</i>. */
    int cols();

    /**
     * Reads rows {@code from} to {@code to}, the latter excluded; several threads may do so at
     * once.
     *
     * @param into receives {@code (to - from)·d} values from its start, row after row
     */
    void read(int from, int to, double[] into);

    /** Returns the rows of a matrix of floats, over its memory. */
    static MatrixRows of(Matrix matrix) {
        return new FloatRows(matrix.rows(), matrix.cols(), matrix.buffer());
    }

    /** Returns the rows of a matrix of doubles. */
    static MatrixRows of(DoubleMatrix matrix) {
        return new DoubleRows(matrix);
    }

    /**
     * Returns these rows with a vector subtracted from each.
     *
     * @param shift {@code d} values
     */
    default MatrixRows minus(double[] shift) {
        return new ShiftedRows(this, shift.clone());
    }

    /**
     * Returns the mean row.
     *
     * @throws InvalidInputException when there is no row
     */
    default double[] mean() {
        if (rows() == 0) {
            throw new InvalidInputException("a mean needs at least 1 row, there is none");
        }
        double[] sum = new double[cols()];
        Blocks.of(this).forEach((block, count) -> Blocks.addRows(block, count, sum));
        for (int j = 0; j < sum.length; j++) {
            sum[j] /= rows();
        }
        return sum;
    }

    /**
     * Returns the relative rounding error of a number: {@link #FLOAT} for floats. For doubles it is
     * half their spacing at 1 and 6 bits more, for the rounding of a long sum.
     */
    double rounding();

    /**
     * Returns the size of each column, the root of its mean square. The numbers are taken as
     * stored, before a vector was subtracted.
     */
    default double[] sizes() {
        double[] sizes = new double[cols()];
        Blocks.of(this)
                .forEach(
                        (block, count) -> {
                            for (int t = 0; t < count * sizes.length; t++) {
                                sizes[t % sizes.length] += block[t] * block[t];
                            }
                        });
        for (int j = 0; j < sizes.length; j++) {
            sizes[j] = Math.sqrt(sizes[j] / Math.max(1, rows()));
        }
        return sizes;
    }

    /** Returns all rows in one matrix; only for few rows. */
    default DoubleMatrix toMatrix() {
        double[] values = new double[rows() * cols()];
        read(0, rows(), values);
        return new DoubleMatrix(rows(), cols(), values);
    }
}

/** Floats, widened. */
record FloatRows(int rows, int cols, FloatBuffer buffer) implements MatrixRows {
    private static final int CHUNK = 4096;

    @Override
    public double rounding() {
        return FLOAT;
    }

    @Override
    public void read(int from, int to, double[] into) {
        int length = (to - from) * cols;
        float[] chunk = new float[Math.min(CHUNK, length)];
        for (int at = 0; at < length; at += CHUNK) {
            int count = Math.min(CHUNK, length - at);
            buffer.get(from * cols + at, chunk, 0, count);
            for (int i = 0; i < count; i++) {
                into[at + i] = chunk[i];
            }
        }
    }
}

/** Doubles. */
record DoubleRows(DoubleMatrix matrix) implements MatrixRows {
    @Override
    public double rounding() {
        return 0x1p-47;
    }

    @Override
    public int rows() {
        return matrix.rows();
    }

    @Override
    public int cols() {
        return matrix.cols();
    }

    @Override
    public void read(int from, int to, double[] into) {
        System.arraycopy(matrix.array(), from * cols(), into, 0, (to - from) * cols());
    }
}

/** Rows minus one vector. */
@SuppressWarnings("ArrayRecordComponent") // a view, never compared
record ShiftedRows(MatrixRows plain, double[] shift) implements MatrixRows {
    ShiftedRows {
        if (shift.length != plain.cols()) {
            throw new InvalidInputException(
                    "a shift of rows %d wide must have as many values, not %d"
                            .formatted(plain.cols(), shift.length));
        }
    }

    @Override
    public int rows() {
        return plain.rows();
    }

    @Override
    public int cols() {
        return plain.cols();
    }

    @Override
    public double rounding() {
        return plain.rounding();
    }

    @Override
    public double[] sizes() {
        return plain.sizes();
    }

    @Override
    public void read(int from, int to, double[] into) {
        plain.read(from, to, into);
        for (int i = 0; i < to - from; i++) {
            for (int j = 0; j < shift.length; j++) {
                into[i * shift.length + j] -= shift[j];
            }
        }
    }
}
