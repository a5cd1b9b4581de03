package relrep.similarity.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Seed;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.Similarity;

import java.util.random.RandomGenerator;
import java.util.stream.Stream;

class EdgesTest {
    static Stream<DifferentiableSimilarity> all() {
        return Stream.of(
                new Cosine(),
                new Euclidean(),
                new RobustCosine(),
                new Angular(),
                new Lp(),
                new Inner(),
                new ChangeOfBasis(),
                new Mahalanobis(),
                new CalibratedCosine());
    }

    private static Matrix normal(String name, int rows, int cols) {
        RandomGenerator random = Seed.of(3).branch(name).random();
        float[] values = new float[rows * cols];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Matrix.of(rows, cols, values);
    }

    @Test
    void aZeroVectorHasCosineZeroAndNoGradient() {
        Matrix points = Matrix.of(2, 2, new float[] {0, 0, 1, 0});
        Matrix anchors = Matrix.of(2, 2, new float[] {0, 0, 3, 4});
        Matrix expected = Matrix.of(2, 2, new float[] {0, 0, 0, .6f});
        assertEquals(expected, new Cosine().compare(points, anchors));
        Matrix one = Matrix.of(2, 2, new float[] {1, 1, 1, 1});
        Matrix pulled = new Cosine().pullBack(points, anchors, one);
        assertEquals(Matrix.of(1, 2, new float[2]), pulled.rows(0, 1));
        assertEquals(Matrix.of(1, 2, new float[] {0, .8f}), pulled.rows(1, 2));
    }

    /** The third coordinate says nothing of the batch, so it must say nothing of other points. */
    @Test
    void aCoordinateThatWasConstantInTheBatchAddsNothing() {
        float[] values = new float[60];
        Matrix plain = normal("batch", 20, 2);
        for (int i = 0; i < 20; i++) {
            values[3 * i] = plain.get(i, 0);
            values[3 * i + 1] = plain.get(i, 1);
            values[3 * i + 2] = 0.1f;
        }
        Matrix batch = Matrix.of(20, 3, values);
        Matrix other = Matrix.of(1, 3, new float[] {1, 2, 500});
        for (double eps : new double[] {0, 1e-5}) {
            Similarity wide =
                    new RobustCosine().with(new RobustCosine.Options(eps)).calibrate(batch);
            Similarity narrow =
                    new RobustCosine().with(new RobustCosine.Options(eps)).calibrate(plain);
            assertEquals(
                    narrow.compare(Matrix.of(1, 2, new float[] {1, 2}), plain),
                    wide.compare(other, batch));
        }
    }

    /** One point is constant in every coordinate: everything is 0, and nothing is NaN. */
    @Test
    void aBatchOfOneSaysNothing() {
        Matrix one = Matrix.of(1, 3, new float[] {1, 2, 3});
        Matrix result = new RobustCosine().calibrate(one).compare(one, normal("a", 4, 3));
        assertEquals(Matrix.of(1, 4, new float[4]), result);
    }

    /**
     * With the default eps a rescaled coordinate of variance 1e-3 shows, without eps it does not.
     */
    @Test
    void epsDecidesWhetherSmallCoordinatesKeepTheirSize() {
        Matrix points = normal("points", 50, 4);
        float[] small = points.toArray();
        for (int i = 0; i < small.length; i += 4) {
            small[i] *= 1e-3f;
        }
        Matrix shrunk = Matrix.of(50, 4, small);
        assertTrue(largestMove(1e-5, points, shrunk) > 1e-2);
        assertTrue(largestMove(0, points, shrunk) < 1e-5);
    }

    private static double largestMove(double eps, Matrix before, Matrix after) {
        Similarity robust = new RobustCosine().with(new RobustCosine.Options(eps));
        float[] a = robust.compare(before, before.rows(0, 5)).toArray();
        float[] b = robust.compare(after, after.rows(0, 5)).toArray();
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    @Test
    void euclideanSaysThatLargerIsFarther() {
        assertEquals(Similarity.Sense.LARGER_IS_FARTHER, new Euclidean().sense());
        assertEquals(Similarity.Sense.LARGER_IS_CLOSER, new Cosine().sense());
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsNotFiniteIsRefusedWithItsPlace(Similarity similarity) {
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            float[] values = normal("bad", 9, 3).toArray();
            values[7 * 3 + 2] = value;
            Matrix bad = Matrix.of(9, 3, values);
            Matrix good = normal("good", 5, 3);
            assertEquals(
                    "the points must be finite numbers, but row 7, column 2 is " + value,
                    refusal(() -> similarity.calibrate(good).compare(bad, good)));
            assertEquals(
                    "the anchors must be finite numbers, but row 7, column 2 is " + value,
                    refusal(() -> similarity.compare(good, bad)));
        }
    }

    @Test
    void aBatchThatIsNotFiniteOrEmptyIsRefused() {
        Matrix bad = Matrix.of(1, 2, new float[] {1, Float.NaN});
        assertEquals(
                "the batch must be finite numbers, but row 0, column 1 is NaN",
                refusal(() -> new RobustCosine().calibrate(bad)));
        assertEquals(
                "robust-cosine needs a batch of at least 1 row for its statistics, there is none",
                refusal(() -> new RobustCosine().calibrate(bad.rows(0, 0))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void shapesThatDoNotGoTogetherAreRefused(DifferentiableSimilarity similarity) {
        Matrix points = normal("p", 4, 3);
        Matrix anchors = normal("a", 2, 3);
        assertEquals(
                "points and anchors must be equally wide, not 3 and 5",
                refusal(() -> similarity.compare(points, normal("w", 2, 5))));
        assertEquals(
                "a gradient for 4 points and 2 anchors must be 4 × 2, not 2 × 4",
                refusal(() -> similarity.pullBack(points, anchors, normal("g", 2, 4))));
        Similarity calibrated = new RobustCosine().calibrate(points);
        assertEquals(
                "points must be as wide as the batch of the calibration, not 5 and 3",
                refusal(() -> calibrated.compare(normal("w", 2, 5), normal("v", 2, 5))));
    }

    @Test
    void epsMustBeANumberOfAtLeastZero() {
        assertEquals(
                "eps must be a number of at least 0, not -1.0",
                refusal(() -> new RobustCosine.Options(-1)));
        assertEquals(
                "eps must be a number of at least 0, not NaN",
                refusal(() -> new RobustCosine.Options(Double.NaN)));
    }

    private static String refusal(Executable call) {
        return assertThrows(InvalidInputException.class, call).getMessage();
    }
}
