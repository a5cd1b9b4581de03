package relrep.alignment.internal;

import relrep.api.run.Run;
import relrep.kernels.linear.LeastSquares;
import relrep.kernels.linear.RidgePath;
import relrep.kernels.tile.AffineMap;

import java.util.OptionalDouble;

/**
 * Fits linear maps by least squares with a penalty.
 *
 * @param lambda the penalty on the squares of the weights; absent if it is chosen by
 *     cross-validation
 * @param intercept whether a shift is fitted as well; it is not penalised
 */
record RidgeFit(OptionalDouble lambda, boolean intercept) {
    /** A penalty below this share of the smallest squared singular value changes no float. */
    private static final double NOTHING = 0x1p-23;

    LinearAlignment of(Pairs given, Run run) {
        Means means = intercept ? Means.of(given) : Means.none(given);
        Pairs pairs = intercept ? given.minus(means) : given;
        RidgePath path = RidgePath.of(pairs.source(), pairs.target(), intercept, pairs.tolerance());
        double penalty = lambda.orElseGet(path::chosen);
        LeastSquares found =
                LeastSquares.of(pairs.source(), pairs.target(), penalty, pairs.tolerance());
        AffineMap map = means.join(found.weights());
        double freedom = path.degreesOfFreedom(penalty);
        Diagnosis diagnosis =
                new Diagnosis()
                        .put("pairs", pairs.count())
                        .put("rank", found.rank())
                        .put("condition", found.condition())
                        .put("rank-revealing", found.rankRevealing() ? 1 : 0)
                        .put("lambda", penalty)
                        .put("degrees-of-freedom", freedom + (intercept ? 1 : 0))
                        .put("shrinkage", 1 - freedom / path.rank())
                        .residual(found.residualSquares(), pairs)
                        .map(map, found.rank() < pairs.source().cols());
        judge(penalty, path, given, run);
        return new LinearAlignment(map, diagnosis.values());
    }

    /** Adds a note if the penalty dominates or has no effect. */
    private void judge(double penalty, RidgePath path, Pairs given, Run run) {
        if (path.rank() == 0) {
            return;
        }
        if (penalty == 0) {
            Underdetermined.note("ridge(lambda=0)", given, run);
        } else if (penalty > path.largest()) {
            run.note(
                    lambda.isPresent()
                            ? "the lambda %.3g of ridge outweighs the data, whose largest squared singular value is %.3g: the map shrinks all points towards one; lambda=auto chooses a penalty on the pairs"
                                    .formatted(penalty, path.largest())
                            : "ridge finds no map that predicts the target better than %s: its lambda, %.3g, outweighs the data, whose largest squared singular value is %.3g"
                                    .formatted(
                                            intercept ? "the target's mean" : "zero",
                                            penalty,
                                            path.largest()));
        } else if (lambda.isPresent() && penalty < NOTHING * path.smallest()) {
            run.note(
                    "the lambda %.3g of ridge is too small to matter beside the data, whose smallest squared singular value is %.3g: the map is that of lambda=0; lambda=auto chooses a penalty on the pairs"
                            .formatted(penalty, path.smallest()));
        }
    }
}
