package relrep.api.data;

import relrep.api.run.InvalidInputException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.function.Consumer;

/**
 * <i>n</i> rows of <i>d</i> coordinates, row-major float32, immutable. Bundles exchange their
 * numbers in this type. It has no arithmetic: read {@link #buffer()} in blocks, or take an {@code
 * INDArray} over the same memory from the bridge in {@code relrep.nd4j}.
 *
 * <p>The memory may be a Java array, off-heap memory, or a mapped file. Native code reads off-heap
 * and mapped memory in native byte order without a copy. Do not change memory after wrapping it:
 * the matrix would no longer be immutable.
 */
public final class Matrix {
    private static final long LARGEST = Integer.MAX_VALUE - 8L;

    private final int rows;
    private final int cols;
    private final FloatBuffer data;

    private Matrix(int rows, int cols, FloatBuffer data) {
        this.rows = rows;
        this.cols = cols;
        this.data = data;
    }

    /**
     * Returns a matrix over the remaining floats of a buffer, without a copy.
     *
     * @param rows <i>n</i> ≥ 0
     * @param cols <i>d</i> ≥ 0
     * @param memory {@code n·d} floats, row after row
     * @throws InvalidInputException when the shape does not fit the memory
     */
    public static Matrix wrap(int rows, int cols, FloatBuffer memory) {
        requireShape(rows, cols);
        if (memory.remaining() != rows * cols) {
            throw new InvalidInputException(
                    "a matrix of %d × %d needs %d values, not %d"
                            .formatted(rows, cols, (long) rows * cols, memory.remaining()));
        }
        return new Matrix(rows, cols, memory.slice());
    }

    /**
     * Returns a matrix over an array, row after row, without a copy.
     *
     * @throws InvalidInputException when the shape does not fit the array
     */
    public static Matrix of(int rows, int cols, float... values) {
        return wrap(rows, cols, FloatBuffer.wrap(values));
    }

    /**
     * Returns a matrix with a copy of these rows.
     *
     * @throws InvalidInputException when the rows differ in length
     */
    public static Matrix of(float[][] values) {
        int cols = values.length == 0 ? 0 : values[0].length;
        float[] all = new float[values.length * cols];
        for (int i = 0; i < values.length; i++) {
            if (values[i].length != cols) {
                throw new InvalidInputException(
                        "the rows of a matrix must be equally long: row 0 has %d values, row %d has %d"
                                .formatted(cols, i, values[i].length));
            }
            System.arraycopy(values[i], 0, all, i * cols, cols);
        }
        return of(values.length, cols, all);
    }

    /**
     * Returns a new off-heap matrix. It is zero wherever the writer writes nothing.
     *
     * @param writer gets the memory, {@code n·d} floats in native order, and must not keep it
     */
    public static Matrix filled(int rows, int cols, Consumer<FloatBuffer> writer) {
        requireShape(rows, cols);
        long bytes = (long) rows * cols * Float.BYTES;
        FloatBuffer memory =
                bytes <= LARGEST
                        ? ByteBuffer.allocateDirect((int) bytes)
                                .order(ByteOrder.nativeOrder())
                                .asFloatBuffer()
                        : FloatBuffer.allocate(rows * cols);
        writer.accept(memory.duplicate());
        return new Matrix(rows, cols, memory);
    }

    private static void requireShape(int rows, int cols) {
        if (rows < 0 || cols < 0 || (long) rows * cols > LARGEST) {
            throw new InvalidInputException(
                    "a matrix must have 0 to %d values, not %d × %d; larger data is read in blocks of rows"
                            .formatted(LARGEST, rows, cols));
        }
    }

    /** Returns <i>n</i>. */
    public int rows() {
        return rows;
    }

    /** Returns <i>d</i>. */
    public int cols() {
        return cols;
    }

    /** Returns one value. Use {@link #buffer()} for a loop over all values. */
    public float get(int row, int col) {
        if (col < 0 || col >= cols) {
            throw new IndexOutOfBoundsException("column " + col + " of " + cols);
        }
        return data.get(row * cols + col);
    }

    /** Returns a copy of one row. */
    public float[] row(int row) {
        float[] values = new float[cols];
        data.get(row * cols, values);
        return values;
    }

    /** Returns rows {@code from} to {@code to}, the latter excluded, over the same memory. */
    public Matrix rows(int from, int to) {
        if (from < 0 || to < from || to > rows) {
            throw new IndexOutOfBoundsException("rows " + from + " to " + to + " of " + rows);
        }
        return new Matrix(to - from, cols, data.slice(from * cols, (to - from) * cols));
    }

    /** Returns a copy of the rows with these numbers, in this order; a row may come twice. */
    public Matrix select(int... numbers) {
        return filled(
                numbers.length,
                cols,
                memory -> {
                    for (int number : numbers) {
                        memory.put(rows(number, number + 1).data);
                    }
                });
    }

    /**
     * Returns a read-only view of the memory, {@code n·d} floats from position 0, row after row.
     */
    public FloatBuffer buffer() {
        return data.asReadOnlyBuffer();
    }

    /** Returns a copy of all values, row after row. */
    public float[] toArray() {
        float[] values = new float[rows * cols];
        data.get(0, values);
        return values;
    }

    /**
     * Returns this matrix if every value is a finite number.
     *
     * @param what the words for this matrix in the message, "the latents of b"
     * @throws InvalidInputException with the first row and column that is not finite
     */
    public Matrix requireFinite(String what) {
        float[] block = new float[Math.min(rows * cols, 8192)];
        for (int at = 0; at < rows * cols; at += block.length) {
            int length = Math.min(block.length, rows * cols - at);
            data.get(at, block, 0, length);
            float zero = 0;
            for (int i = 0; i < length; i++) {
                zero += block[i] * 0f;
            }
            if (zero != 0) {
                throw notFinite(what, at);
            }
        }
        return this;
    }

    private InvalidInputException notFinite(String what, int from) {
        int at = from;
        while (Float.isFinite(data.get(at))) {
            at++;
        }
        return new InvalidInputException(
                "%s must be finite numbers, but row %d, column %d is %s"
                        .formatted(what, at / cols, at % cols, data.get(at)));
    }

    /** Returns whether the other is a matrix of the same shape with the same values. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix that
                && rows == that.rows
                && cols == that.cols
                && data.equals(that.data);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + cols) + data.hashCode();
    }

    @Override
    public String toString() {
        return rows + " × " + cols + " matrix";
    }
}
