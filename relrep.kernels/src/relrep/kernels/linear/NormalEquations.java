package relrep.kernels.linear;

import java.util.Optional;

/**
 * A well-conditioned Gram matrix with a penalty on its diagonal, as its Cholesky factor.
 *
 * @param factor the Cholesky factor of {@code G + λI}
 * @param spectrum the eigenvalues of <i>G</i>, computed on first use
 */
record NormalEquations(Cholesky factor, Once<Spectrum> spectrum) {
    /**
     * The safety margin of the estimated condition number, as a share of {@link
     * LeastSquares#WELL_CONDITIONED}. The estimate is for another norm, whose condition number is
     * never smaller. It may be too low by more than this margin only for constructed matrices
     * (Higham, A survey of condition number estimation for triangular matrices, 1987).
     */
    private static final double SURE = 0.1;

    /** Returns the factor; empty if the condition number is too large. */
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
