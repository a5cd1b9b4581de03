package relrep.kernels.linear;

import java.util.Arrays;
import java.util.Optional;

/**
 * Solves the Procrustes problem of fewer pairs than coordinates without a {@code d × d}
 * decomposition. With {@code Xᵀ = Q₁R₁} and {@code Yᵀ = Q₂R₂}, {@code M = Q₁(R₁R₂ᵀ)Q₂ᵀ} has a core
 * that is {@code n × n}.
 *
 * <p>Let the rows of <i>U</i> and <i>V</i>, {@code r × d}, span the directions that the pairs
 * determine, {@code UVᵀ = P diag(c) Qᵀ} the cosines of the angles between them, {@code p = PᵀU} and
 * {@code q = QᵀV} the principal vectors. The map of the complements that is nearest to the identity
 * turns by the same angle in the plane of {@code pᵢ} and {@code qᵢ}, and is the identity outside
 * these planes (Davis and Kahan, The rotation of eigenvectors by a perturbation, 1970); together
 * {@code K = I + pᵀq - (p+q)ᵀ diag(1/(1+c)) (p+q)}, which divides by nothing small, and {@code R =
 * UᵀV + K}.
 */
final class ThinProcrustes {
    /** Rows whose squared difference is smaller do not determine its direction. */
    private static final double ALIKE = 1e-6;

    private ThinProcrustes() {}

    /** Returns whether this method is the faster one. */
    static boolean suits(int pairs, int width) {
        return 0 < pairs && 5 * pairs <= 3 * width;
    }

    /**
     * Returns the solution; empty if a reflection is needed and no direction is better for it than
     * another.
     */
    static Optional<Procrustes> solve(DoubleMatrix x, DoubleMatrix y, boolean reflections) {
        int d = x.cols();
        Reflectors left = Reflectors.of(x);
        Reflectors right = Reflectors.of(y);
        Svd core = Svd.of(left.triangle().transposeTimes(right.triangle()));
        int rank = core.rank(Procrustes.RANK_TOLERANCE);
        DoubleMatrix u = left.spread(core.u().transpose().rows(0, rank));
        DoubleMatrix v = right.spread(core.vt().rows(0, rank));
        Svd angles = Svd.of(u.timesTranspose(v));
        DoubleMatrix p = angles.u().transposeTimes(u);
        DoubleMatrix q = angles.vt().times(v);
        DoubleMatrix rotation = complete(u, v, angles, p, q);
        if (rank > 0 && mirrors(angles, reflections)) {
            double cosine = angles.values()[rank - 1];
            double sine = 1 - cosine * cosine;
            if (sine < ALIKE) {
                return Optional.empty();
            }
            DoubleMatrix from = p.rows(rank - 1, rank);
            DoubleMatrix to = q.rows(rank - 1, rank);
            DoubleMatrix beside = to.minus(from.scaled(cosine));
            DoubleMatrix image = to.scaled(cosine).minus(from);
            rotation = rotation.minus(beside.transposeTimes(image).scaled(2 / sine));
        }
        double attained = Arrays.stream(core.values(), 0, rank).sum();
        return Optional.of(
                new Procrustes(rotation, Arrays.copyOf(core.values(), d), rank, attained));
    }

    /** Computes {@code UᵀV + pᵀq} as {@code Uᵀ(V + Pq)}, with one product less. */
    private static DoubleMatrix complete(
            DoubleMatrix u, DoubleMatrix v, Svd angles, DoubleMatrix p, DoubleMatrix q) {
        double[] shares = new double[angles.values().length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = -1 / (1 + angles.values()[i]);
        }
        DoubleMatrix sum = p.plus(q);
        return u.transposeTimes(v.plus(angles.u().times(q)))
                .plus(sum.transposeTimes(sum.scaledRows(shares)))
                .plusDiagonal(1);
    }

    /** Returns whether the map is a reflection; only its part {@code QPᵀ} can be one. */
    private static boolean mirrors(Svd angles, boolean reflections) {
        double[] cosines = angles.values();
        boolean free = !reflections || cosines[cosines.length - 1] < Procrustes.TIE;
        return free && Determinant.of(angles.u().times(angles.vt())).sign() < 0;
    }
}
