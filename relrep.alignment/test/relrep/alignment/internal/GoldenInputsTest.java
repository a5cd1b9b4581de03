package relrep.alignment.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.golden.Golden;
import relrep.api.tck.golden.GoldenInput;

/**
 * Compares maps and errors with NumPy's in float64 on random points, with more points than
 * coordinates and with fewer.
 */
class GoldenInputsTest {
    /** Fewer points than coordinates leave the rotation open, but not its error. */
    @ParameterizedTest
    @CsvSource({"300, 384", "300, 768", "2000, 384", "2000, 768"})
    void rigid(int rows, int width) {
        Pair pair = Pair.of(rows, width);
        Alignment found = pair.fit(new Rigid());
        String name = "rigid/%d/%d".formatted(rows, width);
        pair.assertError(name, found);
        if (rows > width) {
            assertWeights(name, found);
        }
    }

    /** Fewer points than coordinates: the smallest of the maps without an error. */
    @ParameterizedTest
    @CsvSource({"300, 384", "300, 768", "2000, 384", "2000, 768"})
    void linear(int rows, int width) {
        Pair pair = Pair.of(rows, width);
        Alignment found = pair.fit(new Linear());
        String name = "linear/%d/%d".formatted(rows, width);
        assertWeights(name, found);
        if (rows > width) {
            pair.assertError(name, found);
        } else {
            assertEquals(0, pair.error(found), EXACT);
        }
    }

    /** What float32 leaves of points of norm 40, mapped onto their targets exactly. */
    private static final double EXACT = 1e-3;

    private static void assertWeights(String name, Alignment found) {
        Golden.of(name).assertArray(found.state().orElseThrow().tensors().get("weight"));
    }

    /**
     * Corresponding points.
     *
     * @param source {@code n × d}
     * @param target {@code n × d}
     */
    private record Pair(Matrix source, Matrix target) {
        static Pair of(int rows, int width) {
            GoldenInput input = GoldenInput.of("pairs%d".formatted(width));
            return new Pair(input.points().rows(0, rows), input.twin().rows(0, rows));
        }

        Alignment fit(Aligner aligner) {
            AlignmentProblem problem =
                    AlignmentProblem.paired(Space.of("a", source), Space.of("b", target));
            return aligner.fit(problem, Run.quiet(Seed.of(1)));
        }

        /** The golden is per point, the residual of the fit is per coordinate. */
        void assertError(String name, Alignment found) {
            Golden golden = Golden.of(name + "/error");
            golden.assertValue(error(found));
            double residual = found.state().orElseThrow().diagnostics().get("residual");
            golden.assertValue(residual * Math.sqrt(target.cols()));
        }

        /** Returns the root of the mean squared distance to the targets. */
        double error(Alignment found) {
            Matrix mapped = found.apply(source);
            double squares = 0;
            for (int i = 0; i < mapped.rows(); i++) {
                float[] here = mapped.row(i);
                float[] there = target.row(i);
                for (int j = 0; j < here.length; j++) {
                    double difference = (double) here[j] - there[j];
                    squares += difference * difference;
                }
            }
            return Math.sqrt(squares / mapped.rows());
        }
    }
}
