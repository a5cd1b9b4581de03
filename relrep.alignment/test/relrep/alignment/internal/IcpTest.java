package relrep.alignment.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import relrep.api.alignment.AlignmentProblem;
import relrep.api.data.Anchors;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.Svd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class IcpTest {
    private static final List<String> CLASSES = List.of("a", "b", "c", "d");
    private static final int WIDTH = 3;
    private static final int COUNT = 400;

    /** Four classes of one hundred, far from each other, in general position. */
    private static final DoubleMatrix X = clusters();

    private static final Labels LABELS =
            Labels.of(CLASSES, IntStream.range(0, COUNT).map(i -> i % 4).toArray());

    private static DoubleMatrix clusters() {
        DoubleMatrix centres = EdgesTest.normal("centres", 4, WIDTH).scaled(3);
        DoubleMatrix spread = EdgesTest.normal("spread", COUNT, WIDTH);
        double[] values = spread.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] += centres.get(i / WIDTH % 4, i % WIDTH);
        }
        return DoubleMatrix.of(COUNT, WIDTH, values);
    }

    private static LinearAlignment fit(Icp.Options options, Space a, Space b) {
        return fit(options, new AlignmentProblem(a, b, Anchors.ofRows(0, 1, 2, 3)));
    }

    private static LinearAlignment fit(Icp.Options options, AlignmentProblem problem) {
        return (LinearAlignment) new Icp().with(options).fit(problem, Run.quiet(Seed.of(1)));
    }

    private static Icp.Options options(Icp.Map map, Icp.Start start, int iterations) {
        return new Icp.Options(map, start, iterations, 0);
    }

    /** The rows of the target are in reverse order, so that only their classes correspond. */
    private static Space backwards(DoubleMatrix y) {
        int[] order = IntStream.range(0, COUNT).map(i -> COUNT - 1 - i).toArray();
        return Space.of("b", y.toMatrix().select(order), LABELS.select(order));
    }

    @Test
    void aTurnIsFoundWithoutAnyCorrespondence() {
        DoubleMatrix turn = Svd.of(EdgesTest.normal("turn", WIDTH, WIDTH)).u();
        Space from = Space.of("a", X.toMatrix(), LABELS);
        LinearAlignment found =
                fit(
                        options(Icp.Map.RIGID, Icp.Start.CLASS_MEANS, 50),
                        from,
                        backwards(X.times(turn)));
        assertEquals(0, found.map().weights().minus(turn).norm(), 1e-5);
        assertEquals(1, found.diagnostics().get("converged"));
        assertEquals(0, found.diagnostics().get("residual"), 1e-6);
    }

    @Test
    void aLinearMapIsFoundWithoutAnyCorrespondenceAndToAnotherWidth() {
        DoubleMatrix weights = EdgesTest.normal("wide", WIDTH, 5);
        Space from = Space.of("a", X.toMatrix(), LABELS);
        LinearAlignment found =
                fit(
                        options(Icp.Map.LINEAR, Icp.Start.CLASS_MEANS, 50),
                        from,
                        backwards(X.times(weights)));
        assertEquals(0, found.map().weights().minus(weights).norm(), 1e-4);
    }

    /** By hand: 0 and 10 of class a go to 1 and 11, though 10.5 of class b is nearer to 10. */
    @Test
    void neighboursAreOfTheClass() {
        Labels labels = Labels.of(CLASSES, 0, 0, 1);
        Space a = Space.of("a", Matrix.of(3, 1, new float[] {0, 10, 9.5f}), labels);
        Space b = Space.of("b", Matrix.of(3, 1, new float[] {1, 11, 10.5f}), labels);
        LinearAlignment found =
                fit(
                        options(Icp.Map.RIGID, Icp.Start.IDENTITY, 5),
                        new AlignmentProblem(a, b, Anchors.ofRows(0)));
        assertEquals(1, found.map().shift()[0], 1e-6);
        assertEquals(1, found.map().weights().get(0, 0), 1e-12);
        Map<String, Double> told = found.diagnostics();
        assertEquals(3, told.get("iteration-1-changed"));
        assertEquals(0, told.get("iteration-2-changed"));
        assertEquals(2, told.get("iterations"));
        assertEquals(1, told.get("converged"));
        assertEquals(2, told.get("classes"));
    }

    @Test
    void everyRoundIsToldAndTheResidualFalls() {
        DoubleMatrix turn = Svd.of(EdgesTest.normal("turn", WIDTH, WIDTH)).u();
        DoubleMatrix y = X.times(turn).plus(EdgesTest.normal("noise", COUNT, WIDTH).scaled(.3));
        for (Icp.Map map : Icp.Map.values()) {
            Map<String, Double> told =
                    fit(
                                    options(map, Icp.Start.IDENTITY, 40),
                                    Space.of("a", X.toMatrix(), LABELS),
                                    backwards(y))
                            .diagnostics();
            int rounds = told.get("iterations").intValue();
            assertTrue(rounds > 2, map + " stopped after " + rounds);
            List<Double> residuals = new ArrayList<>();
            for (int i = 1; i <= rounds; i++) {
                assertTrue(told.containsKey("iteration-" + i + "-changed"));
                residuals.add(told.get("iteration-" + i + "-residual"));
            }
            for (int i = 1; i < rounds; i++) {
                assertTrue(residuals.get(i) <= residuals.get(i - 1) * (1 + 1e-6), "" + residuals);
            }
            assertEquals(residuals.get(rounds - 1), told.get("residual"));
        }
    }

    @Test
    void aCutIsToldAndAToleranceEndsEarlier() {
        DoubleMatrix y = X.plus(EdgesTest.normal("noise", COUNT, WIDTH).scaled(2));
        Space from = Space.of("a", X.toMatrix(), LABELS);
        Map<String, Double> cut =
                fit(options(Icp.Map.RIGID, Icp.Start.IDENTITY, 2), from, backwards(y))
                        .diagnostics();
        assertEquals(0, cut.get("converged"));
        assertEquals(2, cut.get("iterations"));
        Map<String, Double> coarse =
                fit(new Icp.Options(Icp.Map.RIGID, Icp.Start.IDENTITY, 100, 1), from, backwards(y))
                        .diagnostics();
        assertEquals(2, coarse.get("iterations"));
        assertEquals(1, coarse.get("converged"));
    }

    /** Class c has no target, class d no source: 100 source rows wait outside. */
    @Test
    void emptyClassesAreLeftOut() {
        int[] noC = IntStream.range(0, COUNT).filter(i -> i % 4 != 2).toArray();
        int[] noD = IntStream.range(0, COUNT).filter(i -> i % 4 != 3).toArray();
        Matrix x = X.toMatrix();
        LinearAlignment found =
                fit(
                        options(Icp.Map.RIGID, Icp.Start.CLASS_MEANS, 20),
                        Space.of("a", x.select(noD), LABELS.select(noD)),
                        Space.of("b", x.select(noC), LABELS.select(noC)));
        assertEquals(100, found.diagnostics().get("left-out"));
        assertEquals(200, found.diagnostics().get("pairs"));
        assertEquals(2, found.diagnostics().get("classes"));
        DoubleMatrix identity = DoubleMatrix.identity(WIDTH);
        assertEquals(0, found.map().weights().minus(identity).norm(), 1e-6);
    }

    @Test
    void problemsWithoutCommonClassesAreRefused() {
        Matrix one = Matrix.of(1, 2, new float[] {1, 2});
        Space plain = Space.of("a", one);
        Space a = Space.of("a", one, Labels.of(CLASSES, 0));
        Space b = Space.of("b", one, Labels.of(CLASSES, 1));
        Space other = Space.of("b", one, Labels.of(0));
        assertEquals("labels are needed, 'a' has none", refusal(plain, a));
        assertEquals(
                "icp pairs within classes, which must be the same in both spaces, not [a, b, c, d]"
                        + " and [0]",
                refusal(a, other));
        assertEquals(
                "icp needs a class with samples in both spaces, 'a' and 'b' have none of [a, b, c,"
                        + " d]",
                refusal(a, b));
    }

    private static String refusal(Space a, Space b) {
        return refusal(
                () ->
                        new Icp()
                                .fit(
                                        new AlignmentProblem(a, b, Anchors.ofRows(0)),
                                        Run.quiet(Seed.of(1))));
    }

    @Test
    void widthsAndOptionsThatDoNotGoTogetherAreRefused() {
        Space a = Space.of("a", X.toMatrix(), LABELS);
        Space b = Space.of("b", EdgesTest.normal("wide", COUNT, 5).toMatrix(), LABELS);
        assertEquals(
                "icp(map=rigid), and any icp(start=identity), needs spaces of equal width, 'a' has"
                        + " 3 and 'b' has 5; linear, affine and ridge take unequal widths",
                refusal(a, b));
        assertTrue(
                new Icp()
                        .with(options(Icp.Map.LINEAR, Icp.Start.ANCHORS, 1))
                        .acceptsUnequalWidths());
        assertFalse(
                new Icp()
                        .with(options(Icp.Map.LINEAR, Icp.Start.IDENTITY, 1))
                        .acceptsUnequalWidths());
        assertEquals(
                "iterations must be at least 1, not 0",
                refusal(() -> options(Icp.Map.RIGID, Icp.Start.IDENTITY, 0)));
        assertEquals(
                "tolerance must be 0 to 1, not NaN",
                refusal(() -> new Icp.Options(Icp.Map.RIGID, Icp.Start.IDENTITY, 1, Double.NaN)));
    }

    private static String refusal(Executable call) {
        return assertThrows(InvalidInputException.class, call).getMessage();
    }
}
