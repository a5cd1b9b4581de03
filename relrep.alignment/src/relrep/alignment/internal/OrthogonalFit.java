package relrep.alignment.internal;

import relrep.kernels.linear.Procrustes;
import relrep.kernels.tile.AffineMap;

/**
 * Fits maps that keep distances.
 *
 * @param centred whether a translation is fitted as well
 * @param reflections whether determinant -1 is allowed
 */
record OrthogonalFit(boolean centred, boolean reflections) {
    LinearAlignment of(Pairs given) {
        Means means = centred ? Means.of(given) : Means.none(given);
        Pairs pairs = centred ? given.minus(means) : given;
        Procrustes found = Procrustes.of(pairs.source(), pairs.target(), reflections);
        AffineMap map = means.join(found.rotation());
        double squares = found.residualSquares(pairs.source(), pairs.target());
        Diagnosis diagnosis =
                new Diagnosis()
                        .put("pairs", pairs.count())
                        .put("rank", found.rank())
                        .put("condition", found.condition())
                        .residual(squares, pairs)
                        .map(map, false);
        return new LinearAlignment(map, diagnosis.values());
    }
}
