package relrep.alignment.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.MatrixRows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Tests the penalty of ridge: its choice by cross-validation, and the notes when it dominates or
 * has no effect.
 */
class RidgeTest {
    private static final int WIDTH = 30;

    /** A run that collects its notes. */
    private record Noting(List<String> notes) implements Run {
        @Override
        public Seed seed() {
            return Seed.of(1);
        }

        @Override
        public void step(long done, long total) {}

        @Override
        public Run part(String name, double share) {
            return this;
        }

        @Override
        public void note(String sentence) {
            notes.add(sentence);
        }
    }

    private final List<String> notes = new ArrayList<>();

    private static DoubleMatrix target(DoubleMatrix x, double noise) {
        DoubleMatrix map = EdgesTest.normal("map", x.cols(), x.cols());
        return x.times(map).plus(EdgesTest.normal("noise", x.rows(), x.cols()).scaled(noise));
    }

    private Alignment fit(Aligner aligner, DoubleMatrix x, DoubleMatrix y) {
        AlignmentProblem problem =
                AlignmentProblem.paired(Space.of("a", x.toMatrix()), Space.of("b", y.toMatrix()));
        return aligner.fit(problem, new Noting(notes));
    }

    private Alignment fit(Aligner aligner, int pairs, double scale, double noise) {
        DoubleMatrix x = EdgesTest.normal("pairs", pairs, WIDTH);
        return fit(aligner, x.scaled(scale), target(x, noise).scaled(scale));
    }

    private static double error(Alignment map, double noise) {
        DoubleMatrix x = EdgesTest.normal("others", 200, WIDTH);
        DoubleMatrix y = target(x, noise);
        return DoubleMatrix.of(map.apply(x.toMatrix())).minus(y).norm();
    }

    /** At the bottom of the double descent, where affine is worst, and says so. */
    @Test
    void thePairsChooseAPenaltyThatGeneralises() {
        Alignment affine = fit(new Affine(), WIDTH + 2, 1, 3);
        assertEquals(
                List.of(
                        "affine learns from 32 pairs, about as many as the 30 coordinates: least"
                                + " squares without a penalty then fits their noise; ridge, rigid,"
                                + " or more than 60 pairs are safer"),
                notes);
        notes.clear();
        Alignment ridge = fit(new Ridge(), WIDTH + 2, 1, 3);
        assertEquals(List.of(), notes);
        assertTrue(
                error(ridge, 0) < error(affine, 0) / 2, error(ridge, 0) + " " + error(affine, 0));
        assertTrue(ridge.diagnostics().get("lambda") > 0);
        double freedom = ridge.diagnostics().get("degrees-of-freedom");
        assertTrue(freedom > 1 && freedom < WIDTH + 1, ridge.diagnostics().toString());
        double shrinkage = ridge.diagnostics().get("shrinkage");
        assertEquals(1 - (freedom - 1) / WIDTH, shrinkage, 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"15,false", "16,true", "59,true", "60,false"})
    void aboutAsManyPairsAsCoordinatesAreSaid(int pairs, boolean said) {
        for (Aligner aligner :
                List.of(new Linear(), new Affine(), new Ridge().with(new Ridge.Options(0, true)))) {
            notes.clear();
            fit(aligner, pairs, 1, 1);
            assertEquals(said ? 1 : 0, notes.size(), notes.toString());
        }
    }

    /** A shift between the spaces costs nothing. */
    @Test
    void thereIsAnIntercept() {
        DoubleMatrix x = EdgesTest.normal("shifted", 100, WIDTH);
        DoubleMatrix y = target(x, .1);
        Alignment there = fit(new Ridge(), x, y);
        double[] far = new double[WIDTH];
        Arrays.fill(far, 50);
        DoubleMatrix moved = MatrixRows.of(y).minus(far).toMatrix();
        Alignment away = fit(new Ridge(), x, moved);
        for (String name : List.of("lambda", "residual", "shrinkage")) {
            assertEquals(
                    1, away.diagnostics().get(name) / there.diagnostics().get(name), 1e-3, name);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-18, 1e-9, 1, 1e9, 1e18})
    void thePenaltyFollowsTheUnitOfThePoints(double scale) {
        Map<String, Double> one = fit(new Ridge(), 100, 1, 1).diagnostics();
        Map<String, Double> other = fit(new Ridge(), 100, scale, 1).diagnostics();
        assertEquals(1, other.get("lambda") / one.get("lambda") / scale / scale, 1e-3);
        assertEquals(1, other.get("residual") / one.get("residual") / scale, 1e-5);
        assertEquals(List.of(), notes);
    }

    @Test
    void aPenaltyThatOutweighsTheDataIsSaid() {
        Aligner one = new Ridge().with(new Ridge.Options(1, true));
        Alignment map = fit(one, 100, 1e-12, .1);
        assertEquals(1, notes.size());
        assertTrue(
                notes.get(0)
                        .matches(
                                "the lambda 1.00 of ridge outweighs the data, whose largest squared"
                                    + " singular value is .*e-2\\d: the map shrinks all points"
                                    + " towards one; lambda=auto chooses a penalty on the pairs"),
                notes.toString());
        assertTrue(map.diagnostics().get("shrinkage") > .999999, map.diagnostics().toString());
    }

    @Test
    void aPenaltyThatVanishesBesideTheDataIsSaid() {
        Aligner one = new Ridge().with(new Ridge.Options(1, true));
        Alignment map = fit(one, 100, 1e12, .1);
        assertEquals(1, notes.size());
        assertTrue(
                notes.get(0)
                        .startsWith(
                                "the lambda 1.00 of ridge is too small to matter beside the data,"
                                        + " whose smallest squared singular value is "),
                notes.toString());
        assertTrue(notes.get(0).endsWith("; lambda=auto chooses a penalty on the pairs"));
        assertEquals(0, map.diagnostics().get("shrinkage"), 1e-12);
    }

    @Test
    void spacesThatHaveNothingToDoWithEachOtherAreSaid() {
        DoubleMatrix x = EdgesTest.normal("one", 400, WIDTH);
        fit(new Ridge(), x, EdgesTest.normal("another", 400, WIDTH));
        assertEquals(1, notes.size(), notes.toString());
        assertTrue(
                notes.get(0)
                        .startsWith(
                                "ridge finds no map that predicts the target better than the"
                                        + " target's mean: its lambda, "),
                notes.toString());
    }

    @Test
    void aPenaltyIsAutoOrANumber() {
        assertEquals("2", new Ridge.Options("2.0", true).lambda());
        for (String wrong : List.of("-1", "NaN", "Infinity", "much")) {
            assertEquals(
                    "lambda must be auto or a number of at least 0, not " + wrong,
                    assertThrows(InvalidInputException.class, () -> new Ridge.Options(wrong, true))
                            .getMessage());
        }
    }
}
