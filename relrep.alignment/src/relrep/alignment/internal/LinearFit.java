package relrep.alignment.internal;

import relrep.kernels.linear.LeastSquares;
import relrep.kernels.tile.AffineMap;

/**
 * Fits linear maps by least squares.
 *
 * @param bias whether a shift is fitted as well; it is not penalised
 * @param penalty λ ≥ 0, on the squares of the weights
 */
record LinearFit(boolean bias, double penalty) {
    LinearAlignment of(Pairs given) {
        Means means = bias ? Means.of(given) : Means.none(given);
        Pairs pairs = bias ? given.minus(means) : given;
        LeastSquares found =
                LeastSquares.of(pairs.source(), pairs.target(), penalty, pairs.tolerance());
        AffineMap map = means.join(found.weights());
        boolean singular = found.rank() < pairs.source().cols();
        Diagnosis diagnosis =
                new Diagnosis()
                        .put("pairs", pairs.count())
                        .put("rank", found.rank())
                        .put("condition", found.condition())
                        .put("rank-revealing", found.rankRevealing() ? 1 : 0)
                        .residual(found.residualSquares(), pairs)
                        .map(map, singular);
        return new LinearAlignment(map, diagnosis.values());
    }
}
