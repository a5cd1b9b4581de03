package relrep.runtime.compare;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How a comparison's time is shared out, estimated from its sizes, so that what is left can be
 * told.
 *
 * @param learning the share of fitting aligners
 * @param retrieval the share of asking in every way
 * @param measuring the share of all metrics
 * @param aligners of learning, the share of each aligner
 */
record Effort(double learning, double retrieval, double measuring, double[] aligners) {
    /** Multiplications that are worth one of a decomposition, which runs slower. */
    private static final double DECOMPOSED = 30;

    /** Multiplications that a network of the usual size takes, for each of rows × width². */
    private static final double TRAINED = 4800;

    /** Times that a metric looks at about as many pairs of rows as there are held out. */
    private static final double LOOKS = 12;

    /** How an aligner is fitted. */
    enum Fit {
        /** Not at all. */
        NONE,
        /** By decompositions. */
        SOLVED,
        /** By many small steps. */
        TRAINED
    }

    static Effort of(Spaces spaces, List<Fit> fits, int metrics) {
        double n = spaces.trainingSource().size();
        double d = Math.max(spaces.source().width(), spaces.target().width());
        double h = Math.min(Meter.MOST, spaces.source().size());
        double[] each = fits.stream().mapToDouble(fit -> 2 * cost(fit, n, d)).toArray();
        double views = fits.stream().filter(fit -> fit != Fit.NONE).count() + 2;
        double learning = DoubleStream.of(each).sum() + n * d * d;
        double retrieval = 2 * views * h * spaces.source().size() * d;
        double measuring = metrics * views * LOOKS * (h * h * d + h * d * d);
        double all = learning + retrieval + measuring;
        double fitted = Math.max(1, DoubleStream.of(each).sum());
        return new Effort(
                learning / all,
                retrieval / all,
                measuring / all,
                DoubleStream.of(each).map(cost -> cost / fitted).toArray());
    }

    private static double cost(Fit fit, double n, double d) {
        return switch (fit) {
            case NONE -> 0;
            case SOLVED -> 2 * n * d * d + DECOMPOSED * d * d * d;
            case TRAINED -> TRAINED * n * d * d;
        };
    }
}
