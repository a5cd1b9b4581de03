package relrep.report.summary;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A least squares line through points, and Pearson's correlation.
 *
 * @param slope NaN when all <i>x</i> are equal
 * @param intercept NaN when all <i>x</i> are equal
 * @param r -1 to 1; NaN when all <i>x</i> or all <i>y</i> are equal
 */
public record Fit(double slope, double intercept, double r) {
    /** Fits the line. */
    public static Fit of(double[] x, double[] y) {
        double mx = Arrays.stream(x).average().orElse(Double.NaN);
        double my = Arrays.stream(y).average().orElse(Double.NaN);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - mx) * (x[i] - mx);
            xy += (x[i] - mx) * (y[i] - my);
            yy += (y[i] - my) * (y[i] - my);
        }
        return new Fit(xy / xx, my - xy / xx * mx, xy / Math.sqrt(xx * yy));
    }

    /** Fits the line of the ranks, whose correlation is Spearman's. */
    public static Fit ofRanks(double[] x, double[] y) {
        return of(ranks(x), ranks(y));
    }

    /** Returns ranks from 1; equal values share their mean rank. */
    static double[] ranks(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(
                        i -> {
                            long below = Arrays.stream(values).filter(v -> v < values[i]).count();
                            long equal = Arrays.stream(values).filter(v -> v == values[i]).count();
                            return below + (equal + 1) / 2.0;
                        })
                .toArray();
    }
}
