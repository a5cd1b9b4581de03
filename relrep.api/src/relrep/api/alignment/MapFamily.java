package relrep.api.alignment;

/** A family of maps from one space to another that an aligner may recover. */
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
    LINEAR
}
