package relrep.metrics.pair;

import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;
import relrep.kernels.linear.CanonicalCorrelations;
import relrep.kernels.linear.CanonicalCorrelations.Cut;
import relrep.kernels.linear.MatrixRows;
import relrep.kernels.tile.Moments;

/** Canonical correlations of two spaces that have enough samples for them to mean something. */
final class Span {
    private static final LastResultCache<CanonicalCorrelations> WHOLE = new LastResultCache<>(64);

    private Span() {}

    /**
     * Returns the correlations of all directions, and refuses a space that takes up all directions
     * in which its centred samples can differ: it would correlate perfectly with anything.
     */
    static CanonicalCorrelations whole(Space source, Space target) {
        CanonicalCorrelations found = all(source, target);
        requireRoom(source, found.left().rank());
        requireRoom(target, found.right().rank());
        return found;
    }

    /** Returns the correlations of all directions; who asks for the same again has them at once. */
    static CanonicalCorrelations all(Space source, Space target) {
        return WHOLE.of(
                source.latents(),
                target.latents(),
                () -> correlations(source, target, false, Cut.none()));
    }

    /** Returns the correlations of spaces that are not one point. */
    static CanonicalCorrelations correlations(
            Space source, Space target, boolean standardise, Cut cut) {
        Paired.requireSpread(source, target);
        requireSharp(source);
        requireSharp(target);
        return CanonicalCorrelations.of(
                MatrixRows.of(source.latents()), MatrixRows.of(target.latents()), standardise, cut);
    }

    /** Refuses a space so far from the origin that floats leave its directions in doubt. */
    private static void requireSharp(Space space) {
        if (Moments.of(space.latents()).blurred()) {
            throw new InvalidInputException(
                    "the rows must be near the origin beside their spread, but those of '%s' are so far from it that floats do not keep their directions: subtract their mean before they are stored"
                            .formatted(space.name()));
        }
    }

    /** Refuses too few samples for so many directions. */
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
