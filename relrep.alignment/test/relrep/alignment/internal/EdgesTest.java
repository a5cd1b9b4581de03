package relrep.alignment.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.data.Anchors;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.Svd;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tests problems that do not determine the map, and invalid problems. */
class EdgesTest {
    private static final int CLASSES = 5;
    private static final int WIDTH = 20;

    static Stream<Aligner> all() {
        return Stream.of(
                new Rigid(),
                new Rigid().with(new Rigid.Options(false, false)),
                new Rigid().with(new Rigid.Options(true, true)),
                new Orthogonal(),
                new Linear(),
                new Affine(),
                new Ridge(),
                new Ridge().with(new Ridge.Options(.1, true)));
    }

    static DoubleMatrix normal(String name, int rows, int cols) {
        RandomGenerator random = Seed.of(11).branch(name).random();
        return DoubleMatrix.of(rows, cols, random.doubles((long) rows * cols, -2, 2).toArray());
    }

    /** Two spaces of 100 points that a rigid map and some noise connect. */
    private static AlignmentProblem spaces(Anchors anchors) {
        DoubleMatrix x = normal("points", 100, WIDTH);
        DoubleMatrix turn = Svd.of(normal("turn", WIDTH, WIDTH)).u();
        DoubleMatrix y = x.times(turn).plus(normal("noise", 100, WIDTH).scaled(.05));
        return new AlignmentProblem(
                Space.of("a", x.toMatrix()), Space.of("b", y.toMatrix()), anchors);
    }

    private static Anchors classMeans() {
        List<int[]> groups = new ArrayList<>();
        for (int c = 0; c < CLASSES; c++) {
            int label = c;
            groups.add(IntStream.range(0, 100).filter(i -> i % CLASSES == label).toArray());
        }
        return Anchors.ofGroups(groups);
    }

    private static LinearAlignment fit(Aligner aligner, AlignmentProblem problem) {
        return (LinearAlignment) aligner.fit(problem, Run.quiet(Seed.of(1)));
    }

    /** Directions that are across all class means in both spaces stay where they are. */
    @Test
    void classMeansLeaveTheRestWhereItIs() {
        LinearAlignment found = fit(new Rigid(), spaces(classMeans()));
        assertEquals(CLASSES - 1, found.diagnostics().get("rank"));
        assertEquals(0, found.diagnostics().get("isometry-defect"), 1e-12);
        DoubleMatrix rotation = found.map().weights();
        DoubleMatrix moved = rotation.minus(DoubleMatrix.identity(WIDTH));
        int still = WIDTH - Svd.of(moved).rank(1e-10);
        assertTrue(still >= WIDTH - 2 * (CLASSES - 1), "only " + still + " directions stayed");
    }

    @Test
    void fewerAnchorsThanCoordinatesFitTheAnchorsAllTheSame() {
        Anchors few = Anchors.ofRows(3, 14, 15, 92, 65, 35);
        AlignmentProblem problem = spaces(few);
        LinearAlignment rigid = fit(new Rigid(), problem);
        assertEquals(5, rigid.diagnostics().get("rank"));
        assertTrue(rigid.diagnostics().get("residual") < .1);
        for (Aligner exact : List.of(new Linear(), new Affine())) {
            assertEquals(0, fit(exact, problem).diagnostics().get("residual"), 1e-12);
        }
        assertEquals(6, fit(new Linear(), problem).diagnostics().get("rank"));
        assertEquals(5, fit(new Affine(), problem).diagnostics().get("rank"));
    }

    /** Without a way to tell them apart, all noise must not become a map. */
    @Test
    void aCoordinateOfRoundingIsNotLearntFrom() {
        DoubleMatrix x = normal("points", 300, 6);
        float[] values = x.toMatrix().toArray();
        RandomGenerator random = Seed.of(5).random();
        for (int i = 0; i < 300; i++) {
            values[6 * i + 5] = 1e-8f * random.nextFloat();
        }
        AlignmentProblem problem =
                AlignmentProblem.paired(
                        Space.of("a", Matrix.of(300, 6, values)),
                        Space.of("b", normal("targets", 300, 6).toMatrix()));
        LinearAlignment found = fit(new Linear(), problem);
        assertEquals(5, found.diagnostics().get("rank"));
        assertEquals(1, found.diagnostics().get("rank-revealing"));
        assertTrue(found.map().weights().norm() < 10);
    }

    /** Float32 keeps three digits of a spread of 1 around 10,000. */
    @Test
    void aFarOffSpaceIsCentredInDouble() {
        DoubleMatrix x = normal("points", 200, 6);
        DoubleMatrix far = x.plus(DoubleMatrix.of(200, 6, filled(1200, 1e4)));
        AlignmentProblem problem =
                AlignmentProblem.paired(Space.of("a", far.toMatrix()), Space.of("b", x.toMatrix()));
        for (Aligner aligner : List.of(new Rigid(), new Affine())) {
            assertTrue(fit(aligner, problem).diagnostics().get("residual") < 1e-3);
        }
    }

    private static double[] filled(int length, double value) {
        return IntStream.range(0, length).mapToDouble(i -> value).toArray();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theWayBackLeadsBack(Aligner aligner) {
        AlignmentProblem problem = spaces(Anchors.all(100));
        Alignment there = fit(aligner, problem);
        Alignment back = there.inverse().orElseThrow();
        Matrix points = problem.source().latents();
        Matrix again = back.apply(there.apply(points));
        double worst = 0;
        for (int i = 0; i < 100 * WIDTH; i++) {
            double error = points.get(i / WIDTH, i % WIDTH) - again.get(i / WIDTH, i % WIDTH);
            worst = Math.max(worst, Math.abs(error));
        }
        assertTrue(worst < 1e-5, "" + worst);
        double product =
                there.diagnostics().get("determinant") * back.diagnostics().get("determinant");
        assertEquals(1, product, 1e-9);
    }

    @Test
    void aMapThatLosesDirectionsHasNoWayBack() {
        Anchors few = Anchors.ofRows(1, 2, 3);
        assertFalse(fit(new Linear(), spaces(few)).inverse().isPresent());
        assertTrue(fit(new Rigid(), spaces(few)).inverse().isPresent());
        assertEquals(0, fit(new Linear(), spaces(few)).diagnostics().get("determinant"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsNotFiniteIsRefusedWithItsPlace(Aligner aligner) {
        float[] values = normal("bad", 10, 3).toMatrix().toArray();
        values[7 * 3 + 1] = Float.NaN;
        Space bad = Space.of("theirs", Matrix.of(10, 3, values));
        Space good = Space.of("ours", normal("good", 10, 3).toMatrix());
        assertEquals(
                "the latents of 'theirs' must be finite numbers, but row 7, column 1 is NaN",
                refusal(aligner, AlignmentProblem.paired(good, bad)));
        assertEquals(
                "the latents of 'theirs' must be finite numbers, but row 7, column 1 is NaN",
                refusal(aligner, AlignmentProblem.paired(bad, good)));
    }

    @Test
    void unequalWidthsAreRefusedWithTheAlignersThatTakeThem() {
        AlignmentProblem problem =
                AlignmentProblem.paired(
                        Space.of("a", normal("a", 9, 3).toMatrix()),
                        Space.of("b", normal("b", 9, 4).toMatrix()));
        for (String name : List.of("rigid", "orthogonal")) {
            Aligner aligner = name.equals("rigid") ? new Rigid() : new Orthogonal();
            assertEquals(
                    name
                            + " needs spaces of equal width, 'a' has 3 and 'b' has 4;"
                            + " linear, affine and ridge take unequal widths",
                    refusal(aligner, problem));
        }
    }

    private static String refusal(Aligner aligner, AlignmentProblem problem) {
        return assertThrows(InvalidInputException.class, () -> fit(aligner, problem)).getMessage();
    }
}
