package relrep.kernels.tile;

import relrep.api.data.Matrix;

/**
 * The mean and the variance of each column, in double.
 *
 * <p>Each block is summed relative to its first row, and blocks are merged in order. So a mean far
 * from 0 costs no digits, a constant column has a variance of exactly 0, and the result does not
 * depend on the number of threads.
 *
 * @param rows <i>n</i>
 * @param mean {@code d} values, 0 for no rows
 * @param variance {@code d} values, the biased one: divided by <i>n</i>
 */
@SuppressWarnings("ArrayRecordComponent") // its numbers are read, never compared whole
public record Moments(int rows, double[] mean, double[] variance) {
    private static final int BLOCK = 1024;

    /**
     * The least spread of a column relative to its size. Below it, float32 has at most a thousand
     * steps for the column; this is a hundred times the rounding in {@code ColumnSpace}.
     */
    private static final double LEAST = 0x1p-14;

    /** Copies the arrays. */
    public Moments {
        mean = mean.clone();
        variance = variance.clone();
    }

    @Override
    public double[] mean() {
        return mean.clone();
    }

    @Override
    public double[] variance() {
        return variance.clone();
    }

    /**
     * Returns whether the rows differ but all columns are so far from 0, compared with their
     * spread, that float32 does not resolve the smaller directions.
     */
    public boolean blurred() {
        boolean differ = false;
        for (int j = 0; j < mean.length; j++) {
            double size = variance[j] + mean[j] * mean[j];
            if (variance[j] > LEAST * LEAST * size) {
                return false;
            }
            differ |= variance[j] > 0;
        }
        return differ;
    }

    /** Returns the moments of the columns of {@code n × d}. */
    public static Moments of(Matrix matrix) {
        return of(matrix, Workers.all());
    }

    static Moments of(Matrix matrix, Workers workers) {
        Rows rows = Rows.of(matrix);
        int d = rows.width();
        int blocks = (rows.count() + BLOCK - 1) / BLOCK;
        Sums[] sums = new Sums[blocks];
        workers.each(
                blocks,
                ticks -> {
                    float[] block = new float[Math.min(BLOCK, rows.count()) * d];
                    return b -> {
                        int from = b * BLOCK;
                        int count = Math.min(BLOCK, rows.count() - from);
                        rows.read(from, count, block);
                        sums[b] = Sums.of(block, count, d);
                    };
                });
        Sums all = new Sums(0, new double[d], new double[d]);
        for (Sums part : sums) {
            all = all.and(part);
        }
        double[] variance = all.squares;
        for (int j = 0; j < d; j++) {
            variance[j] /= Math.max(1, all.count);
        }
        return new Moments(all.count, all.mean, variance);
    }

    /** Count, mean, and sum of squared deviations from it. */
    @SuppressWarnings("ArrayRecordComponent") // working memory, never compared
    private record Sums(int count, double[] mean, double[] squares) {
        static Sums of(float[] block, int count, int d) {
            double[] mean = new double[d];
            double[] squares = new double[d];
            for (int at = 0; at < count * d; at += d) {
                for (int j = 0; j < d; j++) {
                    double v = (double) block[at + j] - block[j];
                    mean[j] += v;
                    squares[j] += v * v;
                }
            }
            for (int j = 0; j < d; j++) {
                double shift = mean[j] / count;
                squares[j] = Math.max(0, squares[j] - shift * mean[j]);
                mean[j] = block[j] + shift;
            }
            return new Sums(count, mean, squares);
        }

        Sums and(Sums that) {
            int n = count + that.count;
            double share = (double) that.count / n;
            double[] m = new double[mean.length];
            double[] q = new double[mean.length];
            for (int j = 0; j < m.length; j++) {
                double delta = that.mean[j] - mean[j];
                m[j] = count == 0 ? that.mean[j] : mean[j] + delta * share;
                q[j] =
                        squares[j]
                                + that.squares[j]
                                + (count == 0 ? 0 : delta * delta * count * share);
            }
            return new Sums(n, m, q);
        }
    }
}
