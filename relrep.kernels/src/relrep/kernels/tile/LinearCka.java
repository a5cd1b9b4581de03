package relrep.kernels.tile;

import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.Gram;
import relrep.kernels.linear.Rows;

/**
 * Linear centred kernel alignment, {@code ‖YᵀX‖² / (‖XᵀX‖ ‖YᵀY‖)} of centred spaces in Frobenius
 * norms, from cross products of columns: no {@code n × n} matrix. In double.
 *
 * <p>Source: Kornblith et al., Similarity of neural network representations revisited, ICML 2019,
 * equation 4.
 */
public final class LinearCka {
    /** How often each space is read: for its mean, with the other, with itself. */
    private static final long PASSES = 3;

    private LinearCka() {}

    /**
     * Returns the alignment, 0 to 1.
     *
     * @param x {@code n × d}
     * @param y {@code n × m}
     * @throws InvalidInputException when the rows are not paired, or a space is one point
     */
    public static double of(Rows x, Rows y, Run run) {
        Progress progress = new Progress(run, PASSES * (x.rows() + y.rows()));
        Rows left = new Watched(x, progress);
        Rows right = new Watched(y, progress);
        Rows a = left.minus(left.mean());
        Rows b = right.minus(right.mean());
        double cross = squares(Gram.of(a, b));
        double within = Math.sqrt(squares(Gram.of(a)) * squares(Gram.of(b)));
        if (within == 0) {
            throw new InvalidInputException(
                    "the rows of both spaces must differ, but those of %s are all equal"
                            .formatted(Gram.squares(a) == 0 ? "the first" : "the second"));
        }
        return cross / within;
    }

    /** Tells how many rows have been read. */
    private static final class Progress {
        private final Run run;
        private final long total;
        private long done;

        Progress(Run run, long total) {
            this.run = run;
            this.total = total;
        }

        void add(int rows) {
            done += rows;
            run.step(done, total);
        }
    }

    /** Rows whose reading is progress. */
    private record Watched(Rows plain, Progress progress) implements Rows {
        @Override
        public int rows() {
            return plain.rows();
        }

        @Override
        public int cols() {
            return plain.cols();
        }

        @Override
        public void read(int from, int to, double[] into) {
            plain.read(from, to, into);
            progress.add(to - from);
        }
    }

    private static double squares(DoubleMatrix matrix) {
        double sum = 0;
        for (double value : matrix.toArray()) {
            sum += value * value;
        }
        return sum;
    }
}
