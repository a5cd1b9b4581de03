package relrep.api.alignment;

import java.util.EnumSet;
import java.util.Set;

/**
 * A family of maps from one space to another that an aligner may recover. An aligner that claims a
 * family also claims the families that are part of it.
 */
public enum MapFamily {
    /** Rotations about the origin, determinant +1. */
    ROTATION,
    /** Rotations and reflections about the origin. */
    ORTHOGONAL,
    /** Shifts. */
    TRANSLATION,
    /** One positive factor for the whole space. */
    ISOTROPIC_SCALING,
    /** Any linear map, without a shift. */
    LINEAR;

    /** Returns the families that are part of this one, itself included. */
    public Set<MapFamily> implied() {
        return switch (this) {
            case ORTHOGONAL -> EnumSet.of(ORTHOGONAL, ROTATION);
            case LINEAR -> EnumSet.complementOf(EnumSet.of(TRANSLATION));
            default -> EnumSet.of(this);
        };
    }
}
