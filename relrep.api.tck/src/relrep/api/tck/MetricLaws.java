package relrep.api.tck;

import relrep.api.data.Matrix;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.Score;
import relrep.api.plugin.Invariance;
import relrep.api.run.InvalidInputException;

import java.util.Arrays;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The laws that all three kinds of metrics share. */
final class MetricLaws {
    /** The largest change of a value by rounding, relative to the larger of it and 1. */
    static final double ROUNDING = 1e-5;

    /** The largest change of a value by rounding when the space is mapped. */
    private static final double KEPT = 5e-4;

    /** The least change of a value that depends on the map. */
    private static final double NOTICED = 1e-3;

    private static final int TRIALS = 3;

    private MetricLaws() {}

    /** Checks that the value is in the range, and that the values per sample agree with it. */
    static void sound(Trial t, MetricTraits traits, Score score, int rows) {
        double value = score.value();
        t.require(Double.isFinite(value), "the value must be a finite number, not %s", value);
        double slack = ROUNDING * Math.max(1, Math.abs(value));
        t.require(
                value >= traits.lower() - slack && value <= traits.upper() + slack,
                "the value must be %s to %s, not %s",
                traits.lower(),
                traits.upper(),
                value);
        float[] perSample = score.perSample();
        if (perSample.length == 0) {
            return;
        }
        t.require(
                perSample.length == rows,
                "there must be one value for each of %d samples, not %d",
                rows,
                perSample.length);
        double sum = 0;
        for (float one : perSample) {
            double rounding = ROUNDING * Math.max(1, Math.abs(one));
            t.require(
                    Float.isFinite(one)
                            && one >= traits.lower() - rounding
                            && one <= traits.upper() + rounding,
                    "the value of each sample must be %s to %s, not %s",
                    traits.lower(),
                    traits.upper(),
                    one);
            sum += one;
        }
        t.require(
                Math.abs(sum / rows - value) <= slack,
                "the mean over the samples must be the value %s, not %s",
                value,
                sum / rows);
    }

    /** Checks that a perfect match has the best possible value, and a better one than another. */
    static void best(Trial t, MetricTraits traits, double perfect, double other) {
        boolean higher = traits.direction() == Direction.HIGHER_IS_BETTER;
        double bound = higher ? traits.upper() : traits.lower();
        if (Double.isFinite(bound)) {
            t.require(
                    Math.abs(perfect - bound) <= 1e-4,
                    "a perfect match must have the best value %s, not %s",
                    bound,
                    perfect);
        }
        t.require(
                higher ? perfect > other : perfect < other,
                "a perfect match must be better than none, but is %s against %s",
                perfect,
                other);
    }

    /** Checks that two scores are equal, per sample too. */
    static void same(Trial t, Score first, Score second) {
        t.require(
                Double.compare(first.value(), second.value()) == 0
                        && Arrays.equals(first.perSample(), second.perSample())
                        && first.details().equals(second.details()),
                "the second answer must be the same to the last bit, but %s became %s",
                first.value(),
                second.value());
    }

    /**
     * Adds a check for each family of maps, and for factors and shifts of every size.
     *
     * @param measure measures the change by a random map of the family
     * @param images measures the score of a changed space
     */
    static void claims(Set<Invariance> claims, Moved measure, Images images, Checks checks) {
        checks.add("claims what its claims imply", t -> SimilarityClaims.implied(t, claims));
        for (Invariance family : Invariance.values()) {
            String name = SimilarityClaims.name(family);
            if (claims.contains(family)) {
                checks.add("does not notice " + name, t -> keeps(t, family, measure));
            } else {
                checks.add("notices " + name, t -> notices(t, family, measure, images));
            }
        }
        if (claims.contains(Invariance.ISOTROPIC_SCALING)) {
            String name = SimilarityClaims.name(Invariance.ISOTROPIC_SCALING);
            checks.add(
                    "does not notice " + name + SimilarityClaims.AT_EVERY_SCALE,
                    t -> scales(t, images));
        }
        if (claims.contains(Invariance.TRANSLATION)) {
            String name = SimilarityClaims.name(Invariance.TRANSLATION);
            checks.add(
                    "does not notice " + name + SimilarityClaims.FAR_AWAY, t -> offsets(t, images));
        }
    }

    /** Checks that a factor of any size does not change the value. */
    static void scales(Trial t, Images images) {
        for (float factor : Scales.FACTORS) {
            Score before = images.of(t, space -> Scales.near(space, factor));
            requireKept(
                    t,
                    "a factor of %.0e".formatted(factor),
                    Scales.KEPT,
                    before,
                    () -> images.of(t, space -> Scales.times(space, factor)));
        }
    }

    private static void offsets(Trial t, Images images) {
        Score before = images.of(t, Offsets::stepped);
        for (float shift : Offsets.SHIFTS) {
            requireKept(
                    t,
                    "a shift by %.0e times the spread".formatted(shift),
                    Offsets.KEPT,
                    before,
                    () -> images.of(t, space -> Offsets.shifted(Offsets.stepped(space), shift)));
        }
    }

    private static void requireKept(
            Trial t, String what, double kept, Score before, Supplier<Score> image) {
        Score after;
        try {
            after = image.get();
        } catch (InvalidInputException e) {
            t.require(e.getMessage().contains(" "), "it must refuse %s with a sentence", what);
            return;
        }
        t.require(
                moved(before.value(), after.value()) <= kept,
                "the value %s must stay within %.1g under %s, or be refused, but became %s",
                before.value(),
                kept,
                what,
                after.value());
        for (int i = 0; i < before.perSample().length; i++) {
            t.require(
                    moved(before.perSample()[i], after.perSample()[i]) <= kept,
                    "the value %s of sample %d must stay within %.1g under %s, but became %s",
                    before.perSample()[i],
                    i,
                    kept,
                    what,
                    after.perSample()[i]);
        }
    }

    private static void keeps(Trial t, Invariance family, Moved measure) {
        for (int trial = 0; trial < TRIALS; trial++) {
            double moved = measure.by(t, family, "map " + trial);
            t.require(
                    moved <= KEPT,
                    "it claims %s, so the value must stay within %.1g, but it moved by %.3g",
                    family,
                    KEPT,
                    moved);
        }
    }

    private static void notices(Trial t, Invariance family, Moved measure, Images images) {
        double moved = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            moved = Math.max(moved, measure.by(t, family, "map " + trial));
        }
        if (family.implied().contains(Invariance.ISOTROPIC_SCALING)) {
            moved = Math.max(moved, movedByScale(t, images));
        }
        t.require(
                moved >= NOTICED,
                "it does not claim %s, so the value must change by at least %.1g, but it changed"
                        + " by %.3g: claim it",
                family,
                NOTICED,
                moved);
    }

    /** Returns the change by a factor far from 1; nothing if the factor is refused. */
    private static double movedByScale(Trial t, Images images) {
        double moved = 0;
        for (float factor : Scales.FACTORS) {
            try {
                double after = images.of(t, space -> Scales.times(space, factor)).value();
                double before = images.of(t, space -> Scales.near(space, factor)).value();
                moved = Math.max(moved, moved(before, after));
            } catch (InvalidInputException e) {
                t.require(e.getMessage().contains(" "), "it must refuse with a sentence");
            }
        }
        return moved;
    }

    /**
     * Checks that the minimum number of rows is enough, and that one fewer is refused with this
     * number.
     */
    static void minimumRows(Trial t, MetricTraits traits, IntFunction<Score> measure) {
        minimumRows(t, traits, traits.minimumRows(), measure);
    }

    /** Checks the same for another number of rows than the one in the traits. */
    static void minimumRows(Trial t, MetricTraits traits, int fewest, IntFunction<Score> measure) {
        t.require(fewest >= 1, "a metric needs at least 1 row, it says %d", fewest);
        sound(t, traits, measure.apply(fewest), fewest);
        t.refuses(
                "%d rows of at least %d".formatted(fewest - 1, fewest),
                () -> measure.apply(fewest - 1),
                fewest,
                fewest - 1);
    }

    /**
     * Measures how far a value changes, relative to the larger of it and 1, when a space is mapped.
     */
    @FunctionalInterface
    interface Moved {
        double by(Trial t, Invariance family, String map);
    }

    /** Measures the score of a changed space, or of a source with a changed target. */
    @FunctionalInterface
    interface Images {
        Score of(Trial t, UnaryOperator<Matrix> change);
    }

    /** Returns the change of a value; infinity if it becomes NaN. */
    static double moved(double before, double after) {
        double moved = Math.abs(after - before) / Math.max(1, Math.abs(before));
        return Double.isNaN(moved) && before != after ? Double.POSITIVE_INFINITY : moved;
    }
}
