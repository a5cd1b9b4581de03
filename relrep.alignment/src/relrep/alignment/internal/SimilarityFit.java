package relrep.alignment.internal;

import relrep.api.run.Run;
import relrep.kernels.linear.Procrustes;
import relrep.kernels.linear.ScaledProcrustes;
import relrep.kernels.tile.AffineMap;

/**
 * Fits similarity transforms: a rotation, a positive factor and a translation.
 *
 * @param reflections whether determinant -1 is allowed
 */
record SimilarityFit(boolean reflections) {
    LinearAlignment of(Pairs given, Run run) {
        Means means = Means.of(given);
        Pairs pairs = given.minus(means);
        Procrustes found = Procrustes.of(pairs.source(), pairs.target(), reflections);
        ScaledProcrustes best = ScaledProcrustes.of(found, pairs.source());
        if (!best.determined()) {
            run.note(
                    "the pairs determine no positive factor for rigid(scale=true), since no allowed"
                            + " rotation brings the source towards the target: the factor is 1");
        }
        AffineMap map = means.join(best.weights());
        double squares = best.residualSquares(pairs.source(), pairs.target());
        Diagnosis diagnosis =
                new Diagnosis()
                        .put("pairs", pairs.count())
                        .put("rank", found.rank())
                        .put("condition", found.condition())
                        .put("scale", best.factor())
                        .residual(squares, pairs)
                        .map(map, false);
        return new LinearAlignment(map, diagnosis.values());
    }
}
