package relrep.alignment.internal;

import relrep.api.alignment.AlignmentProblem;
import relrep.api.data.Matrix;
import relrep.api.run.Run;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.LeastSquares;
import relrep.kernels.linear.MatrixRows;
import relrep.kernels.tile.AffineMap;
import relrep.kernels.tile.ClassNeighbours;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Runs the rounds of {@code icp}: nearest neighbour search, then fit.
 *
 * @param options the options of the aligner
 * @param spaces the two spaces by class
 */
record ClosestPoints(Icp.Options options, ClassPairs spaces) {
    /** Repeats rounds until no pair changes, the residual hardly falls, or the limit is reached. */
    LinearAlignment fit(AlignmentProblem problem, Run run) {
        ClassNeighbours near = ClassNeighbours.of(spaces.target(), spaces.targetLabels());
        Log log = new Log();
        LinearAlignment map = start(problem);
        int[] pairs = new int[spaces.source().rows()];
        Arrays.fill(pairs, ClassNeighbours.NONE);
        for (int round = 1; round <= options.iterations() && !log.over; round++) {
            run.step(round - 1, options.iterations());
            Matrix images = map.apply(spaces.source());
            int[] found =
                    near.of(
                            images,
                            spaces.sourceLabels(),
                            pairs,
                            run.part("icp " + round, 1. / options.iterations()));
            int changed = changed(pairs, found);
            if (changed > 0) {
                map = fitted(spaces.source(), spaces.target().select(found));
                pairs = found;
            }
            log.add(changed, map.diagnostics().get("residual"), options.tolerance());
        }
        if (!log.over) {
            run.note(
                    "icp stopped after %s, in the last of which %d of %d pairs changed"
                            .formatted(
                                    log.rounds == 1 ? "1 iteration" : log.rounds + " iterations",
                                    log.changed,
                                    pairs.length));
        }
        Map<String, Double> diagnostics = new LinkedHashMap<>(map.diagnostics());
        diagnostics.put("classes", (double) spaces.shared().length);
        diagnostics.put("left-out", (double) spaces.leftOut());
        diagnostics.put("iterations", (double) log.rounds);
        diagnostics.put("converged", log.over ? 1. : 0.);
        diagnostics.putAll(log.values);
        return new LinearAlignment(map.map(), diagnostics);
    }

    private LinearAlignment start(AlignmentProblem problem) {
        return switch (options.start()) {
            case CLASS_MEANS -> fitted(spaces.sourceMeans(), spaces.targetMeans());
            case ANCHORS ->
                    fitted(
                            Pairs.points(problem.source(), problem.anchors()),
                            Pairs.points(problem.target(), problem.anchors()));
            case IDENTITY ->
                    new LinearAlignment(
                            AffineMap.linear(DoubleMatrix.identity(spaces.source().cols())),
                            Map.of());
        };
    }

    private LinearAlignment fitted(Matrix source, Matrix target) {
        Pairs pairs =
                new Pairs(
                        MatrixRows.of(source), MatrixRows.of(target), LeastSquares.FLOAT_TOLERANCE);
        return switch (options.map()) {
            case RIGID -> new OrthogonalFit(true, true).of(pairs);
            case LINEAR -> new LinearFit(false, 0).of(pairs);
        };
    }

    private static int changed(int[] before, int[] after) {
        int changed = 0;
        for (int i = 0; i < after.length; i++) {
            changed += before[i] != after[i] ? 1 : 0;
        }
        return changed;
    }

    /** The residuals of the rounds, and the stopping rule. */
    private static final class Log {
        private final Map<String, Double> values = new LinkedHashMap<>();
        private int rounds;
        private int changed;
        private double residual = Double.POSITIVE_INFINITY;
        private boolean over;

        void add(int pairs, double error, double tolerance) {
            rounds++;
            changed = pairs;
            over = pairs == 0 || (residual - error < tolerance * residual && rounds > 1);
            residual = error;
            values.put("iteration-%d-changed".formatted(rounds), (double) pairs);
            values.put("iteration-%d-residual".formatted(rounds), error);
        }
    }
}
