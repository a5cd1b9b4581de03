package relrep.vectors.compare;

import relrep.api.run.Run;
import relrep.workbench.parallel.ParallelFor;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Measures metrics on subsamples, all on the same ones. A view of a subsample is made once. Metrics
 * that need the same view run one after the other.
 */
final class Subsamples {
    /** The subsamples to draw: from which samples, how many, and how large. */
    private record Draw(SampledRows samples, int times, int rows) {}

    /** One view of one subsample of a draw. */
    private record Piece(Draw draw, int number, int view, List<MetricEvaluation> metrics) {}

    private final IdentityHashMap<MetricEvaluation, double[][]> values = new IdentityHashMap<>();
    private final List<Piece> pieces = new ArrayList<>();

    private Subsamples() {}

    /**
     * Measures all metrics that need subsamples.
     *
     * @return the values for the intervals, by metric
     */
    @SuppressWarnings("IdentityHashMapUsage") // asked only for the very metrics that were given
    static Map<MetricEvaluation, Replicates> of(List<MetricEvaluation> metrics, Run run) {
        Subsamples all = new Subsamples();
        Map<Draw, List<MetricEvaluation>> groups = new LinkedHashMap<>();
        for (MetricEvaluation metric : metrics) {
            if (metric.subsample() > 0) {
                groups.computeIfAbsent(
                                new Draw(metric.samples(), metric.times(), metric.subsample()),
                                any -> new ArrayList<>())
                        .add(metric);
            }
        }
        groups.forEach(all::add);
        ParallelFor.each(all.pieces.size(), run, all::measure);
        Map<MetricEvaluation, Replicates> replicates = new IdentityHashMap<>();
        groups.forEach(
                (draw, group) ->
                        group.forEach(
                                metric ->
                                        replicates.put(
                                                metric,
                                                Replicates.subsampling(
                                                        all.values.get(metric),
                                                        metric.samples().size(),
                                                        draw.rows()))));
        return replicates;
    }

    private void add(Draw draw, List<MetricEvaluation> group) {
        for (MetricEvaluation metric : group) {
            double[][] all = new double[draw.samples().views().size()][];
            for (int v = 0; v < all.length; v++) {
                all[v] = metric.there(v) ? new double[draw.times()] : null;
            }
            values.put(metric, all);
        }
        for (int r = 0; r < draw.times(); r++) {
            for (int v = 0; v < draw.samples().views().size(); v++) {
                int view = v;
                List<MetricEvaluation> metrics =
                        group.stream().filter(one -> one.there(view)).toList();
                if (!metrics.isEmpty()) {
                    pieces.add(new Piece(draw, r, view, metrics));
                }
            }
        }
    }

    private void measure(int number, BooleanSupplier wanted) {
        Piece piece = pieces.get(number);
        SampledRows samples = piece.draw().samples();
        int[] rows = samples.drawn(piece.number(), piece.draw().rows());
        Representation some = samples.views().get(piece.view()).of(rows);
        for (MetricEvaluation metric : piece.metrics()) {
            if (wanted.getAsBoolean()) {
                values.get(metric)[piece.view()][piece.number()] = metric.again(some);
            }
        }
    }
}
