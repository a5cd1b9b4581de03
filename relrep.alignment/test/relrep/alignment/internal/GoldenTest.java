package relrep.alignment.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.data.Space;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.kernels.linear.DoubleMatrix;

/** Compares with values computed elsewhere: doubles to 1e-8, float matrices to 1e-6. */
class GoldenTest {
    private static final double DOUBLE = 1e-8;
    private static final double FLOAT = 1e-6;

    /** Five points, and the same turned by a right angle and nudged. */
    private static final DoubleMatrix A = DoubleMatrix.of(5, 2, 2, 0, 0, 1, -1, 1, 1, 3, -2, -1);

    private static final DoubleMatrix B =
            DoubleMatrix.of(5, 2, .1, 2, -1.1, .1, -.9, -1.1, -2.9, 1.2, 1, -1.9);

    @Test
    void rigid() {
        double[] rotation = {.0245128879, .9996995140, -.9996995140, .0245128879};
        double[] shift = {.0397596112, .0403896897};
        check(new OrthogonalFit(true, true)::of, new Rigid(), rotation, shift, .0727223772);
    }

    @Test
    void linear() {
        double[] weights = {.0115384615, .9923076923, -.9788461538, .0442307692};
        check(new LinearFit(false, 0)::of, new Linear(), weights, new double[2], .08);
    }

    @Test
    void affine() {
        double[] weights = {.0166666667, .9977777778, -.9916666667, .0305555556};
        double[] shift = {.0333333333, .0355555556};
        check(new LinearFit(true, 0)::of, new Affine(), weights, shift, .0717777778);
    }

    @Test
    void ridge() {
        double[] one = {-.0204724409, .8921259843, -.8937007874, .0716535433};
        double[] hundredth = {.0111494808, .9911811637, -.9779015756, .0445691378};
        check(1, one);
        check(.01, hundredth);
    }

    private static void check(double lambda, double[] weights) {
        DoubleMatrix map = DoubleMatrix.of(2, 2, weights);
        DoubleMatrix error = A.times(map).minus(B);
        Aligner aligner = new Ridge().with(new Ridge.Options(lambda, false));
        LinearFit fit = new LinearFit(false, lambda);
        check(fit::of, aligner, weights, new double[2], error.dot(error));
    }

    /** What is printed has ten digits after the point. */
    private static void check(
            Fit fit, Aligner aligner, double[] weights, double[] shift, double squares) {
        LinearAlignment found = fit.of(Pairs.of(A, B));
        double residual = Math.sqrt(squares / 10);
        near(found, weights, shift, residual, DOUBLE);
        near(fit(aligner, A, B), weights, shift, residual, FLOAT);
    }

    private static void near(
            LinearAlignment found,
            double[] weights,
            double[] shift,
            double residual,
            double tolerance) {
        double[] actual = found.map().weights().toArray();
        for (int i = 0; i < weights.length; i++) {
            assertEquals(weights[i], actual[i], tolerance, "weight " + i);
        }
        for (int i = 0; i < shift.length; i++) {
            assertEquals(shift[i], found.map().shift()[i], tolerance, "shift " + i);
        }
        assertEquals(residual, found.diagnostics().get("residual"), tolerance);
    }

    private static LinearAlignment fit(Aligner aligner, DoubleMatrix x, DoubleMatrix y) {
        AlignmentProblem problem =
                AlignmentProblem.paired(Space.of("a", x.toMatrix()), Space.of("b", y.toMatrix()));
        return (LinearAlignment) aligner.fit(problem, Run.quiet(Seed.of(1)));
    }

    private interface Fit {
        LinearAlignment of(Pairs pairs);
    }

    /** The pair of latentis' tests: X has rank 2, and rank 1 once centred. */
    @Test
    void rankDeficientLeastSquaresAndProcrustes() {
        double[] values = new double[32];
        for (int i = 0; i < 32; i++) {
            values[i] = i;
        }
        DoubleMatrix x = DoubleMatrix.of(8, 4, values);
        DoubleMatrix y =
                DoubleMatrix.of(
                        8, 4, 1, 2, 27, 22, 0, 28, 15, 18, 12, 9, 14, 8, 11, 19, 16, 13, 31, 20, 10,
                        3, 24, 5, 7, 29, 4, 30, 21, 6, 26, 17, 23, 25);
        lstsq(new LinearFit(false, 0).of(Pairs.of(x, y)), DOUBLE);
        lstsq(fit(new Linear(), x, y), FLOAT);
        LinearAlignment rigid = new OrthogonalFit(true, true).of(Pairs.of(x, y));
        assertEquals(1, rigid.diagnostics().get("rank"));
        assertEquals(3187.6535139, squares(rigid, 32), 1e-8 * 3187.6535139);
        LinearAlignment throughFloats = fit(new Rigid(), x, y);
        assertEquals(3187.6535139, squares(throughFloats, 32), FLOAT * 3187.6535139);
    }

    private static void lstsq(LinearAlignment found, double tolerance) {
        assertEquals(2, found.diagnostics().get("rank"));
        assertEquals(1, found.diagnostics().get("rank-revealing"));
        assertEquals(0, found.diagnostics().get("determinant"));
        assertEquals(2240.97619, squares(found, 32), tolerance * 2240.97619);
        assertEquals(11.6007187, found.map().weights().norm(), tolerance * 11.6007187);
    }

    private static double squares(LinearAlignment found, int coordinates) {
        double residual = found.diagnostics().get("residual");
        return coordinates * residual * residual;
    }

    /** [[1,2,0],[0,1,1]] W = [[1,0],[0,2]], smallest W = ⅓[[1,-2],[1,1],[-1,5]]. */
    @Test
    void smallestNormFromAWiderSpace() {
        DoubleMatrix x = DoubleMatrix.of(2, 3, 1, 2, 0, 0, 1, 1);
        DoubleMatrix y = DoubleMatrix.of(2, 2, 1, 0, 0, 2);
        double[] expected = {1 / 3., -2 / 3., 1 / 3., 1 / 3., -1 / 3., 5 / 3.};
        near(new LinearFit(false, 0).of(Pairs.of(x, y)), expected, new double[2], 0, DOUBLE);
        near(fit(new Linear(), x, y), expected, new double[2], 0, FLOAT);
    }

    /** Six points, and the same nudged and mirrored. */
    @Test
    void aProperRotationCannotMirror() {
        DoubleMatrix x = DoubleMatrix.of(6, 2, 1, .2, .9, .5, .1, 1, -.7, .8, -1, -.3, .4, -.9);
        DoubleMatrix y =
                DoubleMatrix.of(6, 2, -.9, .35, -.3, .95, -.2, .8, .8, .5, .9, -.6, -.55, -.7);
        LinearAlignment free = new OrthogonalFit(true, true).of(Pairs.of(x, y));
        LinearAlignment proper = new OrthogonalFit(true, false).of(Pairs.of(x, y));
        assertEquals(.447083203, squares(free, 12), DOUBLE);
        assertEquals(9.278, squares(proper, 12), 5e-4);
        assertEquals(-1, free.diagnostics().get("determinant"), DOUBLE);
        assertEquals(1, proper.diagnostics().get("determinant"), DOUBLE);
    }
}
