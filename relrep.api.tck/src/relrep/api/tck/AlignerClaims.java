package relrep.api.tck;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.alignment.MapFamily;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;

import java.util.Set;

/**
 * Checks the families of maps that an {@link Aligner} claims to recover, and those that it must
 * miss.
 */
final class AlignerClaims {
    /**
     * The largest error of a recovered map due to float storage, relative to the spread of the
     * target.
     */
    private static final double RECOVERED = 1e-4;

    /**
     * The least error of a map that cannot be represented, relative to the spread of the target.
     */
    private static final double MISSED = 1e-3;

    private static final int WIDTH = 5;

    private final Aligner aligner;

    private AlignerClaims(Aligner aligner) {
        this.aligner = aligner;
    }

    static void add(Aligner aligner, Checks checks) {
        AlignerClaims laws = new AlignerClaims(aligner);
        Set<MapFamily> claims = aligner.recovers();
        checks.add("claims what its claims imply", t -> implied(t, claims));
        for (MapFamily family : MapFamily.values()) {
            String name = name(family);
            if (claims.contains(family)) {
                checks.add("recovers " + name, t -> laws.recovers(t, family));
            } else if (!aligner.mayRecover().contains(family)) {
                checks.add("does not recover " + name, t -> laws.misses(t, family));
            }
        }
        if (!claims.isEmpty()) {
            checks.add("maps a space to itself by the identity", laws::identity);
            checks.add("recovers all that it claims in one map", laws::recoversTogether);
            checks.add("recovers all that it claims, from 1e-30 to 1e30", laws::recoversAtScales);
        }
        if (claims.contains(MapFamily.LINEAR) && aligner.acceptsUnequalWidths()) {
            checks.add("recovers linear maps to a wider space", t -> laws.between(t, 5, 7));
            checks.add("recovers linear maps to a narrower space", t -> laws.between(t, 7, 5));
        }
    }

    private static void implied(Trial t, Set<MapFamily> claims) {
        for (MapFamily claim : claims) {
            t.require(
                    claims.containsAll(claim.implied()),
                    "a plugin that claims %s must claim %s, but the claims are %s",
                    claim,
                    claim.implied(),
                    claims);
        }
    }

    private static String name(MapFamily family) {
        return switch (family) {
            case ROTATION -> "rotations";
            case ORTHOGONAL -> "reflections";
            case TRANSLATION -> "shifts";
            case ISOTROPIC_SCALING -> "one factor for the whole space";
            case LINEAR -> "linear maps";
        };
    }

    private void recovers(Trial t, MapFamily family) {
        requireRecovered(t, AffineMap.of(family, WIDTH, t.random("map")), WIDTH, family.name());
    }

    private void identity(Trial t) {
        requireRecovered(t, AffineMap.identity(WIDTH), WIDTH, "the identity");
    }

    private void between(Trial t, int d, int m) {
        requireRecovered(t, AffineMap.between(d, m, t.random("map")), d, "LINEAR");
    }

    private void recoversTogether(Trial t) {
        requireRecovered(t, together(t), WIDTH, aligner.recovers().toString());
    }

    private AffineMap together(Trial t) {
        AffineMap map = AffineMap.identity(WIDTH);
        for (MapFamily family : aligner.recovers()) {
            map = map.then(AffineMap.of(family, WIDTH, t.random("map " + family)));
        }
        return map;
    }

    /**
     * Checks both spaces multiplied by one factor. An aligner that recovers factors must also map
     * small spaces to large ones.
     */
    private void recoversAtScales(Trial t) {
        Matrix points = t.cloud("points").points(80, WIDTH);
        Matrix images = together(t).apply(points);
        boolean factors = aligner.recovers().contains(MapFamily.ISOTROPIC_SCALING);
        for (float factor : Scales.FACTORS) {
            requireRecovered(t, points, images, factor, factor);
            if (factors) {
                requireRecovered(t, points, images, factor, 1 / factor);
            }
        }
    }

    private void requireRecovered(Trial t, Matrix points, Matrix images, float from, float to) {
        double left;
        try {
            left = left(t, Scales.times(points, from), Scales.times(images, to), 50);
        } catch (InvalidInputException e) {
            t.require(e.getMessage().contains(" "), "it must refuse %g with a sentence", from);
            return;
        }
        t.require(
                left <= RECOVERED,
                "it claims %s, so of the spread of new points at most %.1g may be missed after 50"
                        + " exact pairs, or they be refused, but with points times %.0e and images"
                        + " times %.0e it is %.3g",
                aligner.recovers(),
                RECOVERED,
                from,
                to,
                left);
    }

    private void requireRecovered(Trial t, AffineMap map, int width, String claim) {
        double left = left(t, map, t.cloud("points").points(80, width), 50);
        t.require(
                left <= RECOVERED,
                "it claims %s, so of the spread of new points at most %.1g may be missed after 50"
                        + " exact pairs, but %.3g is",
                claim,
                RECOVERED,
                left);
    }

    private void misses(Trial t, MapFamily family) {
        AffineMap map = AffineMap.of(family, WIDTH, t.random("map"));
        double left = left(t, map, t.cloud("points").points(80, WIDTH), 12);
        t.require(
                left >= MISSED,
                "it does not claim %s, so of the spread of new points at least %.1g must be missed"
                        + " after 12 exact pairs, but only %.3g is: claim it",
                family,
                MISSED,
                left);
    }

    /** Fits on the first pairs, and returns the error of the images of the other points. */
    private double left(Trial t, AffineMap map, Matrix points, int pairs) {
        return left(t, points, map.apply(points), pairs);
    }

    private double left(Trial t, Matrix points, Matrix images, int pairs) {
        Labels labels = Cloud.labels(pairs, 3);
        AlignmentProblem problem =
                AlignmentProblem.paired(
                        Space.of("a", points.rows(0, pairs), labels),
                        Space.of("b", images.rows(0, pairs), labels));
        Alignment alignment = aligner.fit(problem, t.run());
        return Difference.rootMeanSquare(
                images.rows(pairs, images.rows()),
                alignment.apply(points.rows(pairs, points.rows())));
    }
}
