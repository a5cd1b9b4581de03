package relrep.kernels.tile;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;

import relrep.kernels.linear.MatrixRows;
import relrep.kernels.linear.OneThread;

import java.util.Arrays;

/**
 * A table of values for all pairs of points of a space, {@code n × n}, in double. It is computed in
 * strips of rows and never stored. Memory: {@code 8nd} bytes for the points, and twice 8 MiB (two
 * rows at least) for each {@link Reader}.
 *
 * <p>Squared distances are {@code |x|² + |y|² − 2⟨x, y⟩} of centred points, or sums of squared
 * differences where more than half of the digits cancel. So equal points are at exactly 0. The same
 * holds for 1 minus the cosine, with unit vectors.
 */
public final class PairTable {
    /** The values in a strip. */
    private static final int STRIP = 1 << 20;

    private static final int MOST_ROWS = 256;

    /** The share of {@code |x|² + |y|²} below which a square is computed from the differences. */
    private static final double CANCELLED = 1e-8;

    private final MatrixRows points;
    private final DoublePointer memory;
    private final double[] squares;
    private final Entry entry;
    private final double variance;
    private final double unit;

    private PairTable(MatrixRows points, boolean unit, Entry entry, double variance) {
        this.points = points;
        this.entry = entry;
        this.variance = variance;
        this.squares = new double[points.rows()];
        this.memory = new DoublePointer((long) points.rows() * points.cols());
        MatrixRows shifted = unit ? points : points.minus(points.mean());
        double[] row = new double[points.cols()];
        for (int i = 0; i < squares.length; i++) {
            shifted.read(i, i + 1, row);
            squares[i] = dot(row);
            if (unit) {
                scale(row, Cosine.inverse(Math.sqrt(squares[i])));
            }
            view((long) i * row.length).put(row);
        }
        double size = Math.sqrt(Arrays.stream(squares).max().orElse(0));
        this.unit = entry.unit(Scale.of(size).factor());
    }

    private static double dot(double[] row) {
        double sum = 0;
        for (double value : row) {
            sum += value * value;
        }
        return sum;
    }

    private static double squared(double[] x, double[] y) {
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            double v = x[t] - y[t];
            sum += v * v;
        }
        return sum;
    }

    private static void scale(double[] row, double factor) {
        for (int j = 0; j < row.length; j++) {
            row[j] *= factor;
        }
    }

    /** Returns squared Euclidean distances. */
    public static PairTable squares(MatrixRows points) {
        return new PairTable(points, false, Entry.SQUARE, 0);
    }

    /** Returns Euclidean distances. */
    public static PairTable distances(MatrixRows points) {
        return new PairTable(points, false, Entry.DISTANCE, 0);
    }

    /** Returns 1 minus the cosine; a zero vector has cosine 0 with every vector. */
    public static PairTable cosines(MatrixRows points) {
        return new PairTable(points, true, Entry.COSINE, 0);
    }

    /**
     * Returns Gaussian kernels, {@code exp(−|x − y|² / (2σ²))}.
     *
     * @param variance {@code σ²}, above 0
     */
    public static PairTable gaussians(MatrixRows points, double variance) {
        return new PairTable(points, false, Entry.GAUSSIAN, variance);
    }

    /** Returns <i>n</i>. */
    public int size() {
        return squares.length;
    }

    /**
     * Returns the value of a point with itself; it does not hold for the cosine of a zero vector.
     */
    double own() {
        return entry == Entry.GAUSSIAN ? 1 : 0;
    }

    /**
     * Returns a power of two whose product with the values fits into float32. It is 1 if the points
     * are within 2²⁰ of their mean and some are farther than 2⁻²⁰; otherwise it is that of their
     * {@link Scale}, or its square.
     */
    public double unit() {
        return unit;
    }

    /** Returns the number of rows to read at a time. */
    int stripRows() {
        return Math.max(1, Math.min(MOST_ROWS, STRIP / Math.max(1, size())));
    }

    /** Returns the number of strips. */
    int strips() {
        return (size() + stripRows() - 1) / stripRows();
    }

    private DoublePointer view(long at) {
        return new DoublePointer(memory).position(at);
    }

    private enum Entry {
        SQUARE,
        DISTANCE,
        COSINE,
        GAUSSIAN;

        /** Returns the factor of the values when points are multiplied by a factor. */
        double unit(double factor) {
            return switch (this) {
                case SQUARE -> factor * factor;
                case DISTANCE -> factor;
                case COSINE, GAUSSIAN -> 1;
            };
        }
    }

    /** A view of the table for one thread, with its scratch memory. */
    final class Reader {
        private final DoublePointer products = new DoublePointer((long) stripRows() * size());
        private final double[] values = new double[stripRows() * size()];
        private final double[] left = new double[points.cols()];
        private final double[] right = new double[points.cols()];

        /**
         * Reads rows {@code from … to-1} against columns {@code first … n-1}.
         *
         * @return the values, {@code n - first} per row; overwritten by the next call
         */
        double[] read(int from, int to, int first) {
            int cols = size() - first;
            multiply(from, to - from, first, cols);
            products.get(values, 0, (to - from) * cols);
            for (int i = from; i < to; i++) {
                finish(i, first, (i - from) * cols, cols);
            }
            return values;
        }

        private void multiply(int from, int rows, int first, int cols) {
            int d = points.cols();
            OneThread.keep();
            openblas.cblas_dgemm(
                    openblas.CblasRowMajor,
                    openblas.CblasNoTrans,
                    openblas.CblasTrans,
                    rows,
                    cols,
                    d,
                    1,
                    view((long) from * d),
                    Math.max(1, d),
                    view((long) first * d),
                    Math.max(1, d),
                    0,
                    products,
                    cols);
        }

        private void finish(int i, int first, int at, int cols) {
            for (int j = 0; j < cols; j++) {
                double value =
                        entry == Entry.COSINE
                                ? apart(i, first + j, Math.max(-1, Math.min(1, values[at + j])))
                                : square(i, first + j, values[at + j]);
                values[at + j] =
                        switch (entry) {
                            case SQUARE, COSINE -> value;
                            case DISTANCE -> Math.sqrt(value);
                            case GAUSSIAN -> Math.exp(value / (-2 * variance));
                        };
            }
        }

        /**
         * Returns 1 minus a cosine, from the differences of unit rows if it cancels. Rows of one
         * direction are at exactly 0, even if their norms were rounded differently.
         */
        private double apart(int i, int j, double cosine) {
            double apart = 1 - cosine;
            if (apart > CANCELLED) {
                return apart;
            }
            int d = left.length;
            view((long) i * d).get(left);
            view((long) j * d).get(right);
            double square = squared(left, right);
            double rounding = (d + 32) * 0x1p-53;
            return square > rounding * rounding ? square / 2 : 0;
        }

        private double square(int i, int j, double product) {
            double both = squares[i] + squares[j];
            double square = both - 2 * product;
            return i == j ? 0 : square > CANCELLED * both ? square : difference(i, j);
        }

        private double difference(int i, int j) {
            points.read(i, i + 1, left);
            points.read(j, j + 1, right);
            return squared(left, right);
        }
    }
}
