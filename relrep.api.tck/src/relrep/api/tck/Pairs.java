package relrep.api.tck;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.metric.PairMetric;
import relrep.api.plugin.Invariance;

/** The two spaces for checking metrics of pairs. */
final class Pairs {
    static final int WIDTH = 5;

    private Pairs() {}

    /** Returns the number of rows that a metric is checked with. */
    static int rows(PairMetric metric) {
        return Math.max(60, 2 * metric.traits().minimumRows());
    }

    /** Returns a space with three clusters. */
    static Space source(Trial t, int rows) {
        Labels labels = Cloud.labels(rows, 3);
        return Space.of("a", t.cloud("source " + rows).clustered(labels, WIDTH), labels);
    }

    /** Returns a space that resembles the source: a noisy, stretched copy. */
    static Space target(Trial t, int rows) {
        Space source = source(t, rows);
        Matrix noisy = t.cloud("target " + rows).near(source.latents(), 0.7);
        AffineMap map = AffineMap.of(Invariance.AXIS_SCALING, WIDTH, t.random("stretch"));
        AffineMap back = AffineMap.of(Invariance.AXIS_SCALING, WIDTH, t.random("stretch back"));
        return new Space("b", map.then(back).apply(noisy), source.labels());
    }
}
