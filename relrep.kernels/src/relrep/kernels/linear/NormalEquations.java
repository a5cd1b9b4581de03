package relrep.kernels.linear;

import java.util.Optional;

/**
 * A Gram matrix with a penalty on its diagonal, and its Cholesky factor, where the condition is
 * good enough for that.
 *
 * @param factor of {@code G + λI}
 * @param spectrum of <i>G</i>, computed when it is asked for
 */
record NormalEquations(Cholesky factor, Once<Spectrum> spectrum) {
    /**
     * The estimate of the condition is of another norm, which is never below, and may itself be too
     * low, by more than this part of {@link LeastSquares#WELL_CONDITIONED} in no matrix but made
     * ones (Higham, A survey of condition number estimation for triangular matrices, 1987).
     */
    private static final double SURE = 0.1;

    /** Returns the factor, or nothing when the condition does not allow it. */
    static Optional<NormalEquations> of(DoubleMatrix gram, double penalty) {
        Once<Spectrum> spectrum = new Once<>(() -> new Spectrum(SymmetricEigen.values(gram)));
        DoubleMatrix sum = penalty == 0 ? gram : gram.plusDiagonal(penalty);
        return Cholesky.of(sum)
                .filter(
                        factor ->
                                factor.condition() <= SURE * LeastSquares.WELL_CONDITIONED
                                        || spectrum.get().wellConditioned(penalty))
                .map(factor -> new NormalEquations(factor, spectrum));
    }
}
