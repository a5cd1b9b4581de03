package relrep.api.tck;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.similarity.Similarity;

import java.util.Set;

/** What a {@link Similarity} claims not to notice, and what it must notice because it does not. */
final class SimilarityClaims {
    /** What rounding and the small terms of a definition may change, of the largest value. */
    private static final double KEPT = 2e-4;

    /** What at least changes when something is noticed, of the largest value. */
    private static final double NOTICED = 1e-2;

    private static final int WIDTH = 6;
    private static final int TRIALS = 3;

    private final Similarity similarity;

    private SimilarityClaims(Similarity similarity) {
        this.similarity = similarity;
    }

    static void add(Similarity similarity, Checks checks) {
        SimilarityClaims laws = new SimilarityClaims(similarity);
        Set<Invariance> claims = similarity.invariances();
        checks.add("claims what its claims imply", t -> implied(t, claims));
        for (Invariance family : Invariance.values()) {
            String name = name(family);
            if (claims.contains(family)) {
                checks.add("does not notice " + name, t -> laws.keeps(t, family));
            } else {
                checks.add("notices " + name, t -> laws.notices(t, family));
            }
        }
    }

    static void implied(Trial t, Set<Invariance> claims) {
        for (Invariance claim : claims) {
            t.require(
                    claims.containsAll(claim.implied()),
                    "who claims %s must claim %s, but the claims are %s",
                    claim,
                    claim.implied(),
                    claims);
        }
    }

    static String name(Invariance family) {
        return switch (family) {
            case PERMUTATION -> "permutations of the coordinates";
            case ORTHOGONAL -> "rotations and reflections";
            case ISOTROPIC_SCALING -> "one factor for the whole space";
            case TRANSLATION -> "shifts";
            case AXIS_SCALING -> "a factor for each coordinate";
            case INVERTIBLE_LINEAR -> "invertible linear maps";
        };
    }

    private void keeps(Trial t, Invariance family) {
        for (int trial = 0; trial < TRIALS; trial++) {
            for (boolean calibrated : new boolean[] {true, false}) {
                double moved = moved(t, family, trial, calibrated);
                t.require(
                        moved <= KEPT,
                        "it claims %s, so the result must stay within %.1g of the largest value,"
                                + " but %s it moved by %.3g",
                        family,
                        KEPT,
                        calibrated ? "calibrated" : "uncalibrated",
                        moved);
            }
        }
    }

    private void notices(Trial t, Invariance family) {
        double moved = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            moved = Math.max(moved, moved(t, family, trial, true));
        }
        t.require(
                moved >= NOTICED,
                "it does not claim %s, so the result must change by at least %.1g of the largest"
                        + " value, but it changed by %.3g: claim it",
                family,
                NOTICED,
                moved);
    }

    private double moved(Trial t, Invariance family, int trial, boolean calibrated) {
        AffineMap map = AffineMap.of(family, WIDTH, t.random("map " + trial));
        Matrix batch = t.cloud("batch " + trial).points(200, WIDTH);
        Matrix points = batch.rows(0, 40);
        Matrix anchors = batch.rows(150, 160);
        Similarity before = calibrated ? similarity.calibrate(batch) : similarity;
        Similarity after = calibrated ? similarity.calibrate(map.apply(batch)) : similarity;
        return Difference.relative(
                before.compare(points, anchors),
                after.compare(map.apply(points), map.apply(anchors)));
    }
}
