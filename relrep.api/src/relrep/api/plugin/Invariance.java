package relrep.api.plugin;

import java.util.EnumSet;
import java.util.Set;

/**
 * A family of maps {@code z -> z'} of a latent space that may leave a result unchanged. The
 * contract kit checks that a plugin keeps its result under each claimed family, and that the result
 * changes under the others.
 */
public enum Invariance {
    /** Permutations of the coordinates. */
    PERMUTATION,
    /** Rotations and reflections, {@code z' = zQ} with {@code QQᵀ = I}. */
    ORTHOGONAL,
    /**
     * One positive factor for the whole space, {@code z' = sz}. A claim is tested with factors from
     * 1e-30 to 1e30, where squares leave the range of float32.
     */
    ISOTROPIC_SCALING,
    /**
     * A shift, {@code z' = z + t}. A claim is tested with shifts of up to a million times the
     * spread of the points.
     */
    TRANSLATION,
    /** A factor other than zero for each coordinate, {@code z' = zD}; signs may flip. */
    AXIS_SCALING,
    /** Any invertible linear map, {@code z' = zM}. */
    INVERTIBLE_LINEAR;

    /** Returns the families that are part of this one, itself included. */
    public Set<Invariance> implied() {
        return switch (this) {
            case ORTHOGONAL -> EnumSet.of(ORTHOGONAL, PERMUTATION);
            case AXIS_SCALING -> EnumSet.of(AXIS_SCALING, ISOTROPIC_SCALING);
            case INVERTIBLE_LINEAR -> EnumSet.complementOf(EnumSet.of(TRANSLATION));
            default -> EnumSet.of(this);
        };
    }
}
