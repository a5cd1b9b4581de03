package relrep.vectors.compare;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How a comparison's time is shared out, estimated from its sizes, so that what is left can be
 * told.
 *
 * @param learning the share of fitting aligners
 * @param retrieval the share of asking in every way
 * @param measuring the share of all metrics
 * @param once of measuring, the share of the numbers; the rest is that of their intervals
 * @param aligners of learning, the share of each aligner
 */
@SuppressWarnings("ArrayRecordComponent") // its numbers are read, never compared whole
record Effort(double learning, double retrieval, double measuring, double once, double[] aligners) {
    /** Multiplications that are worth one of a decomposition, which runs slower. */
    private static final double DECOMPOSED = 15;

    /** Multiplications that a network of the usual size takes, for each of rows × width². */
    private static final double TRAINED = 4800;

    /** The share of metrics that have no values of single samples. */
    private static final double SUBSAMPLED = 0.5;

    /** How an aligner is fitted. */
    enum Fit {
        /** Not at all. */
        NONE,
        /** By decompositions. */
        SOLVED,
        /** By many small steps. */
        TRAINED
    }

    static Effort of(Spaces spaces, List<Fit> fits, int metrics, int bootstrap) {
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
        return new Effort(
                learning / all,
                retrieval / all,
                measuring / all,
                numbers / (numbers + intervals),
                DoubleStream.of(each).map(cost -> cost / fitted).toArray());
    }

    /** What a metric takes to look at rows once: all pairs of them, or of coordinates. */
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
