package relrep.metrics.pair;

import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;
import relrep.kernels.linear.CanonicalCorrelations;
import relrep.kernels.linear.CanonicalCorrelations.Cut;
import relrep.kernels.linear.MatrixRows;
import relrep.kernels.tile.Moments;

/**
 * Computes canonical correlations of two spaces, and checks that there are enough samples for
 * meaningful values.
 */
final class Span {
    private static final LastResultCache<CanonicalCorrelations> WHOLE = new LastResultCache<>(64);

    private Span() {}

    /**
     * Returns the correlations of all directions. A space that fills all directions in which its
     * centred samples can differ is refused, since it would correlate perfectly with any other.
     */
    static CanonicalCorrelations whole(Space source, Space target) {
        CanonicalCorrelations found = all(source, target);
        requireRoom(source, found.left().rank());
        requireRoom(target, found.right().rank());
        return found;
    }

    /** Returns the correlations of all directions; the last results are cached. */
    static CanonicalCorrelations all(Space source, Space target) {
        return WHOLE.of(
                source.latents(),
                target.latents(),
                () -> correlations(source, target, false, Cut.none()));
    }

    /** Returns the correlations of two spaces; a space that is a single point is refused. */
    static CanonicalCorrelations correlations(
            Space source, Space target, boolean standardise, Cut cut) {
        Paired.requireSpread(source, target);
        requireSharp(source);
        requireSharp(target);
        return CanonicalCorrelations.of(
                MatrixRows.of(source.latents()), MatrixRows.of(target.latents()), standardise, cut);
    }

    /** Throws if a space is so far from the origin that float32 cannot resolve its directions. */
    private static void requireSharp(Space space) {
        if (Moments.of(space.latents()).blurred()) {
            throw new InvalidInputException(
                    "the rows must be near the origin beside their spread, but those of '%s' are so far from it that floats do not keep their directions: subtract their mean before they are stored"
                            .formatted(space.name()));
        }
    }

    /** Throws if there are too few samples for this number of directions. */
    static void requireRoom(Space space, int directions) {
        int fewest = directions + 2;
        if (space.size() < fewest) {
            throw new InvalidInputException(
                    ("all canonical correlations would be 1: the samples of '%s' take up %d"
                                    + " directions, which needs at least %d samples, there are %d")
                            .formatted(space.name(), directions, fewest, space.size()));
        }
    }
}
