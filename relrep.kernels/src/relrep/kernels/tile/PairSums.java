package relrep.kernels.tile;

import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

/**
 * Sums over all pairs of two tables of the same points. They give kernel alignments, distance
 * correlations and correlations of dissimilarities. Strips are added in order, so the result does
 * not depend on the number of threads. Memory: that of the tables, and 16 bytes per point.
 */
public final class PairSums {
    private final int n;
    private final double own;
    private final double[] rowsX;
    private final double[] rowsY;
    private final double xx;
    private final double yy;
    private final double xy;

    private PairSums(double own, double[] rowsX, double[] rowsY, double xx, double yy, double xy) {
        this.n = rowsX.length;
        this.own = own;
        this.rowsX = rowsX;
        this.rowsY = rowsY;
        this.xx = xx;
        this.yy = yy;
        this.xy = xy;
    }

    /**
     * Computes the sums in one pass over both tables.
     *
     * @throws InvalidInputException when the numbers of points differ
     */
    public static PairSums of(PairTable x, PairTable y, Run run) {
        return of(x, y, run, Workers.all());
    }

    static PairSums of(PairTable x, PairTable y, Run run, Workers workers) {
        int n = x.size();
        if (n != y.size()) {
            throw new InvalidInputException(
                    "paired rows must be equally many, not %d and %d".formatted(n, y.size()));
        }
        double[] rowsX = new double[n];
        double[] rowsY = new double[n];
        double[][] sums = new double[x.strips()][];
        workers.each(
                sums.length,
                run,
                sums.length,
                ticks -> {
                    PairTable.Reader left = x.new Reader();
                    PairTable.Reader right = y.new Reader();
                    return s -> {
                        int from = s * x.stripRows();
                        int to = Math.min(n, from + x.stripRows());
                        double[] a = left.read(from, to, 0);
                        double[] b = right.read(from, to, 0);
                        sums[s] = new double[3];
                        for (int i = from; i < to; i++) {
                            int at = (i - from) * n;
                            a[at + i] = 0;
                            b[at + i] = 0;
                            rowsX[i] = sum(a, at, n);
                            rowsY[i] = sum(b, at, n);
                            sums[s][0] += dot(a, a, at, n);
                            sums[s][1] += dot(b, b, at, n);
                            sums[s][2] += dot(a, b, at, n);
                        }
                        ticks.tick();
                    };
                });
        double[] total = new double[3];
        for (double[] part : sums) {
            for (int t = 0; t < total.length; t++) {
                total[t] += part[t];
            }
        }
        return new PairSums(x.own(), rowsX, rowsY, total[0], total[1], total[2]);
    }

    private static double sum(double[] a, int at, int n) {
        double even = 0;
        double odd = 0;
        int j = at;
        for (; j + 1 < at + n; j += 2) {
            even += a[j];
            odd += a[j + 1];
        }
        return even + odd + (j < at + n ? a[j] : 0);
    }

    private static double dot(double[] a, double[] b, int at, int n) {
        double even = 0;
        double odd = 0;
        int j = at;
        for (; j + 1 < at + n; j += 2) {
            even += a[j] * b[j];
            odd += a[j + 1] * b[j + 1];
        }
        return even + odd + (j < at + n ? a[j] * b[j] : 0);
    }

    /** Returns the mean of the first table without its diagonal. */
    public double meanX() {
        return sum(rowsX, 0, n) / n / (n - 1);
    }

    /** Returns the mean of the second table without its diagonal. */
    public double meanY() {
        return sum(rowsY, 0, n) / n / (n - 1);
    }

    /**
     * Returns the correlation of the two tables with each row and column centred, {@code ⟨HKH, HLH⟩
     * / (‖HKH‖ ‖HLH‖)}: kernel alignment for kernels, the square of the distance correlation for
     * distances. NaN if a centred table is 0.
     */
    public double centred() {
        return ratio(biased(rowsX, rowsX, xx), biased(rowsY, rowsY, yy), biased(rowsX, rowsY, xy));
    }

    /**
     * Returns the same of the unbiased estimates (Song et al., Feature selection via dependence
     * maximization, JMLR 2012, equation 5), -1 to 1, which ignore the diagonals. It needs 4 points.
     * NaN if an estimate is 0.
     */
    public double unbiased() {
        return ratio(
                unbiased(rowsX, rowsX, xx), unbiased(rowsY, rowsY, yy), unbiased(rowsX, rowsY, xy));
    }

    /**
     * Returns the Pearson correlation of the values above the diagonals; NaN if one side is
     * constant.
     */
    public double pearson() {
        return ratio(
                covariance(rowsX, rowsX, xx),
                covariance(rowsY, rowsY, yy),
                covariance(rowsX, rowsY, xy));
    }

    /** A sum of squares below this share of its terms is rounding. */
    private static final double NOTHING = 1e-13;

    private double ratio(double first, double second, double cross) {
        return first > NOTHING * xx && second > NOTHING * yy
                ? Math.max(-1, Math.min(1, cross / Math.sqrt(first) / Math.sqrt(second)))
                : Double.NaN;
    }

    private double biased(double[] k, double[] l, double products) {
        double rows = 0;
        double sumK = 0;
        double sumL = 0;
        for (int i = 0; i < n; i++) {
            rows += (k[i] + own) * (l[i] + own);
            sumK += k[i] + own;
            sumL += l[i] + own;
        }
        return products + n * own * own - 2 * rows / n + sumK / n * (sumL / n);
    }

    private double unbiased(double[] k, double[] l, double products) {
        double rows = dot(k, l, 0, n);
        double all = sum(k, 0, n) / (n - 1) * (sum(l, 0, n) / (n - 2));
        return products + all - 2 * rows / (n - 2);
    }

    private double covariance(double[] a, double[] b, double products) {
        double pairs = n * (n - 1.);
        return products - sum(a, 0, n) * (sum(b, 0, n) / pairs);
    }
}
