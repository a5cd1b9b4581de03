package relrep.vectors.compare;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The estimated shares of a comparison's time, computed from its sizes, for the progress display.
 *
 * @param learning the share of fitting aligners
 * @param retrieval the share of all retrieval
 * @param measuring the share of all metrics
 * @param once within measuring, the share of the values; the rest is for their intervals
 * @param aligners within learning, the share of each aligner
 */
@SuppressWarnings("ArrayRecordComponent") // its numbers are read, never compared whole
record TimeShares(
        double learning, double retrieval, double measuring, double once, double[] aligners) {
    /**
     * The cost of one multiplication in a decomposition, which runs slower, in plain
     * multiplications.
     */
    private static final double DECOMPOSED = 15;

    /**
     * The multiplications of training a network of the usual size, as a multiple of rows × width².
     */
    private static final double TRAINED = 4800;

    /** The share of metrics without values per sample. */
    private static final double SUBSAMPLED = 0.5;

    /** The ways of fitting an aligner. */
    enum Fit {
        /** It is not fitted. */
        NONE,
        /** By decompositions. */
        SOLVED,
        /** By many small steps. */
        TRAINED
    }

    static TimeShares of(Spaces spaces, List<Fit> fits, int metrics, int bootstrap) {
        double n = spaces.trainingSource().size();
        double d = Math.max(spaces.source().width(), spaces.target().width());
        double h = Math.min(MetricEvaluator.MOST, spaces.source().size());
        double[] each = fits.stream().mapToDouble(fit -> 2 * cost(fit, n, d)).toArray();
        double views = fits.stream().filter(fit -> fit != Fit.NONE).count() + 2;
        double learning = DoubleStream.of(each).sum() + n * d * d;
        double retrieval = 2 * views * h * spaces.source().size() * d;
        double numbers = 2 * look(h, d);
        double part = Math.min(h / 2, MetricEvaluation.SUBSAMPLE);
        double intervals = SUBSAMPLED * MetricEvaluation.times(bootstrap) * look(part, d);
        double measuring = metrics * views * (numbers + intervals);
        double all = learning + retrieval + measuring;
        double fitted = Math.max(1, DoubleStream.of(each).sum());
        return new TimeShares(
                learning / all,
                retrieval / all,
                measuring / all,
                numbers / (numbers + intervals),
                DoubleStream.of(each).map(cost -> cost / fitted).toArray());
    }

    /** The cost of one evaluation of a metric: all pairs of rows, or of coordinates. */
    private static double look(double rows, double d) {
        return rows * rows * d + rows * d * d;
    }

    private static double cost(Fit fit, double n, double d) {
        return switch (fit) {
            case NONE -> 0;
            case SOLVED -> 2 * n * d * d + DECOMPOSED * d * d * d;
            case TRAINED -> TRAINED * n * d * d;
        };
    }
}
