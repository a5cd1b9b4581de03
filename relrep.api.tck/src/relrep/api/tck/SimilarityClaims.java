package relrep.api.tck;

import relrep.api.data.Matrix;
import relrep.api.plugin.Invariance;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.Similarity;

import java.util.Set;

/**
 * Checks the maps under which a {@link Similarity} claims to be unchanged, and that it changes
 * under all others.
 */
final class SimilarityClaims {
    /**
     * The largest change by rounding and by small terms of a definition, relative to the largest
     * value.
     */
    private static final double KEPT = 2e-4;

    /** The least change that counts as a change, relative to the largest value. */
    private static final double NOTICED = 1e-2;

    /** The suffix of the name of the law on scales. */
    static final String AT_EVERY_SCALE = ", from 1e-30 to 1e30";

    /** The suffix of the name of the law on shifts. */
    static final String FAR_AWAY = ", up to a million times the spread";

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
        if (claims.contains(Invariance.ISOTROPIC_SCALING)) {
            checks.add(
                    "does not notice " + name(Invariance.ISOTROPIC_SCALING) + AT_EVERY_SCALE,
                    laws::scales);
        }
        if (claims.contains(Invariance.TRANSLATION)) {
            checks.add("does not notice " + name(Invariance.TRANSLATION) + FAR_AWAY, laws::offsets);
        }
    }

    static void implied(Trial t, Set<Invariance> claims) {
        for (Invariance claim : claims) {
            t.require(
                    claims.containsAll(claim.implied()),
                    "a plugin that claims %s must claim %s, but the claims are %s",
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
        if (family.implied().contains(Invariance.ISOTROPIC_SCALING)) {
            moved = Math.max(moved, movedByScale(t));
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
        Matrix batch = batch(t, trial);
        return Difference.relative(
                compare(batch, calibrated), compare(map.apply(batch), calibrated));
    }

    private static Matrix batch(Trial t, int trial) {
        return t.cloud("batch " + trial).points(200, WIDTH);
    }

    private Matrix compare(Matrix batch, boolean calibrated) {
        Similarity used = calibrated ? similarity.calibrate(batch) : similarity;
        return used.compare(batch.rows(0, 40), batch.rows(150, 160));
    }

    /** Returns the change by a factor far from 1; nothing if the factor is refused. */
    private double movedByScale(Trial t) {
        double moved = 0;
        for (float factor : Scales.FACTORS) {
            Matrix batch = batch(t, 0);
            try {
                Matrix after = compare(Scales.times(batch, factor), true);
                Matrix before = compare(Scales.near(batch, factor), true);
                moved = Math.max(moved, Difference.relative(before, after));
            } catch (InvalidInputException e) {
                t.require(e.getMessage().contains(" "), "it must refuse with a sentence");
            }
        }
        return moved;
    }

    private void scales(Trial t) {
        for (float factor : Scales.FACTORS) {
            Matrix batch = batch(t, 0);
            requireKept(
                    t,
                    "a factor of %.0e".formatted(factor),
                    Scales.KEPT,
                    Scales.near(batch, factor),
                    Scales.times(batch, factor));
        }
    }

    private void offsets(Trial t) {
        for (float shift : Offsets.SHIFTS) {
            Matrix batch = Offsets.stepped(batch(t, 0));
            requireKept(
                    t,
                    "a shift by %.0e times the spread".formatted(shift),
                    Offsets.KEPT,
                    batch,
                    Offsets.shifted(batch, shift));
        }
    }

    private void requireKept(Trial t, String what, double kept, Matrix before, Matrix after) {
        for (boolean calibrated : new boolean[] {true, false}) {
            Matrix expected = compare(before, calibrated);
            Matrix actual;
            try {
                actual = compare(after, calibrated);
            } catch (InvalidInputException e) {
                t.require(e.getMessage().contains(" "), "it must refuse %s with a sentence", what);
                continue;
            }
            double moved = Difference.relative(expected, actual);
            t.require(
                    moved <= kept,
                    "the result must stay within %.1g of the largest value under %s, or be refused,"
                            + " but %s it moved by %.3g",
                    kept,
                    what,
                    calibrated ? "calibrated" : "uncalibrated",
                    moved);
        }
    }
}
