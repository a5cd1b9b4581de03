package relrep.similarity.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.InvertibleSimilarity;
import relrep.api.similarity.Similarity;

import java.util.List;

/**
 * Compares projections of one point on five anchors with values of other programs or worked by
 * hand.
 */
class ProjectionsTest {
    private static final float FLOAT = 1e-6f;

    private static final Matrix POINT = Matrix.of(1, 2, 3, 4);
    private static final Matrix ANCHORS = Matrix.of(5, 2, 1, 0, 0, 2, -1, -1, 3, 4, 0, 0);

    private static void near(Similarity similarity, double... expected) {
        near(similarity.compare(POINT, ANCHORS), expected);
    }

    private static void near(Matrix actual, double... expected) {
        float[] floats = new float[expected.length];
        double largest = 1;
        for (int j = 0; j < floats.length; j++) {
            floats[j] = (float) expected[j];
            largest = Math.max(largest, Math.abs(expected[j]));
        }
        assertArrayEquals(floats, actual.toArray(), FLOAT * (float) largest);
    }

    private static Similarity angular(Angular.Form form) {
        return new Angular().with(new Angular.Options(form));
    }

    @Test
    void angular() {
        near(new Angular(), .295167235, .204832765, .954832765, 0, .5);
        near(angular(Angular.Form.SIMILARITY), .704832765, .795167235, .045167235, 1, .5);
        near(
                angular(Angular.Form.RADIANS),
                1 - .295167235 * Math.PI,
                1 - .204832765 * Math.PI,
                1 - .954832765 * Math.PI,
                1,
                1 - Math.PI / 2);
        near(new Angular().compare(Matrix.of(1, 2, 0, 0), ANCHORS), .5, .5, .5, .5, .5);
        assertEquals(Similarity.Sense.LARGER_IS_FARTHER, new Angular().sense());
        assertEquals(Similarity.Sense.LARGER_IS_CLOSER, angular(Angular.Form.SIMILARITY).sense());
    }

    @Test
    void minkowski() {
        near(new L1(), 6, 5, 9, 0, 7);
        near(new Chebyshev(), 4, 3, 5, 0, 4);
        near(
                new Lp().with(new Lp.Options(10)),
                4.000390454,
                3.005162301,
                5.051256749,
                0,
                4.021974150);
        near(new Lp().with(new Lp.Options(1)), 6, 5, 9, 0, 7);
        near(new Lp().with(new Lp.Options(2)), 4.472135955, 3.605551275, 6.403124237, 0, 5);
    }

    @Test
    void inner() {
        near(new Inner(), 3, 8, -7, 25, 0);
        double root = Math.sqrt(2);
        near(
                new Inner().with(new Inner.Options(Inner.Scale.ROOT_WIDTH)),
                3 / root,
                8 / root,
                -7 / root,
                25 / root,
                0);
    }

    /** Weights of two, of three (the smallest), and of one anchor (the nearest). */
    @Test
    void changeOfBasis() {
        ChangeOfBasis basis = new ChangeOfBasis();
        near(basis.compare(POINT, ANCHORS.rows(0, 2)), 3, 2);
        near(basis.compare(POINT, Matrix.of(3, 2, 1, 0, 0, 1, 1, 1)), 2 / 3., 5 / 3., 7 / 3.);
        near(basis.compare(POINT, Matrix.of(1, 2, 1, 1)), 3.5);
    }

    /** Variances 2 and 1/2, then 4 and none. */
    @Test
    void mahalanobis() {
        Matrix anchor = ANCHORS.rows(0, 1);
        Matrix batch = Matrix.of(4, 2, 2, 0, -2, 0, 0, 1, 0, -1);
        near(new Mahalanobis().calibrate(batch).compare(POINT, anchor), Math.sqrt(34));
        Similarity negated =
                new Mahalanobis()
                        .with(
                                new Mahalanobis.Options(
                                        Mahalanobis.Covariance.BATCH, Mahalanobis.Sign.NEGATED));
        near(negated.calibrate(batch).compare(POINT, anchor), -Math.sqrt(34));
        near(new Mahalanobis().calibrate(batch.rows(0, 2)).compare(POINT, anchor), 1);
        Similarity ofAnchors =
                new Mahalanobis()
                        .with(
                                new Mahalanobis.Options(
                                        Mahalanobis.Covariance.ANCHORS, Mahalanobis.Sign.DISTANCE));
        near(
                ofAnchors.calibrate(batch).compare(POINT, batch),
                Math.sqrt(.5 + 32),
                Math.sqrt(12.5 + 32),
                Math.sqrt(4.5 + 18),
                Math.sqrt(4.5 + 50));
    }

    @Test
    void sparse() {
        near(
                new Sparse().with(new Sparse.Options(2, 2, Sparse.Product.COSINE)),
                0,
                .539054,
                0,
                .842271,
                0);
        double length = Math.sqrt(698);
        near(
                new Sparse().with(new Sparse.Options(3, 1, Sparse.Product.INNER)),
                3 / length,
                8 / length,
                0,
                25 / length,
                0);
        Matrix equals = Matrix.of(3, 2, 1, 0, 2, 0, 3, 0);
        Similarity one = new Sparse().with(new Sparse.Options(1, 2, Sparse.Product.COSINE));
        near(one.compare(POINT, equals), 1, 0, 0);
        near(one.compare(Matrix.of(1, 2, 0, 0), equals), 0, 0, 0);
        near(one.compare(Matrix.of(1, 2, -1, 0), equals), -1, 0, 0);
    }

    @Test
    void calibratedCosine() {
        double root = Math.sqrt(2);
        near(new CalibratedCosine(), .6 * root, .8 * root, -.989949494 * root, root, 0);
        Similarity ranked =
                new CalibratedCosine().with(new CalibratedCosine.Options(CalibratedCosine.By.RANK));
        near(ranked, 0, .5, -1, 1, -.5);
        near(ranked.compare(Matrix.of(1, 2, 0, 0), ANCHORS), 0, 0, 0, 0, 0);
        near(ranked.compare(POINT, Matrix.of(3, 2, 1, 0, 2, 0, 3, 4)), -.5, -.5, 1);
        near(ranked.compare(POINT, POINT), 0);
    }

    @Test
    void product() {
        Product product = new Product(ContractTest.INSTALLED);
        Similarity both = product.with(new Product.Options(List.of("cosine", "l1")));
        near(both, .6, .8, -.989949494, 1, 0, 6, 5, 9, 0, 7);
        assertEquals(10, both.columns(5));
        assertSame(both, both.calibrate(POINT), "none of its parts has statistics");
        assertEquals(
                "a product has a gradient where all its parts have one, 'l1' has none",
                refusal(
                        () ->
                                ((Product) both)
                                        .pullBack(
                                                POINT, ANCHORS, Matrix.of(1, 10, new float[10]))));
        assertEquals(
                "a gradient for 1 points and 10 columns must be as large, not 1 × 5",
                refusal(() -> product.pullBack(POINT, ANCHORS, Matrix.of(1, 5, new float[5]))));
        assertEquals(
                "a product needs at least 1 similarity, there is none",
                refusal(() -> new Product.Options(List.of())));
    }

    @Test
    void pointsAreFoundAgain() {
        for (InvertibleSimilarity similarity :
                List.of(new Inner(), new ChangeOfBasis(), new Euclidean())) {
            near(similarity.invert(similarity.compare(POINT, ANCHORS), ANCHORS), 3, 4);
        }
        for (InvertibleSimilarity similarity :
                List.of(new Cosine(), new CalibratedCosine(), new Angular())) {
            near(similarity.invert(similarity.compare(POINT, ANCHORS), ANCHORS), .6, .8);
        }
    }

    @Test
    void whatAnchorsDoNotTellIsRefused() {
        Matrix two = Matrix.of(2, 3, 1, 0, 0, 0, 1, 0);
        Matrix relative = Matrix.of(1, 2, .5f, .5f);
        assertEquals(
                "cosine is inverted where the anchors span all 3 coordinates, but 2 anchors span 2;"
                        + " take more anchors",
                refusal(() -> new Cosine().invert(relative, two)));
        assertEquals(
                "euclidean is inverted where the anchors span all 3 coordinates, but 2 anchors span"
                        + " 1; take more anchors",
                refusal(() -> new Euclidean().invert(relative, two)));
        assertEquals(
                "similarities must have 5 columns, as many as there are for these anchors, not 2",
                refusal(() -> new Inner().invert(relative, ANCHORS)));
        assertEquals(
                "mahalanobis is inverted once calibrated: without a batch the covariance is not"
                        + " known",
                refusal(() -> new Mahalanobis().invert(relative, two)));
    }

    @Test
    void whatIsNotFiniteIsRefusedByDistancesToo() {
        for (float value : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
            Matrix bad = Matrix.of(2, 2, 1, 2, value, 4);
            for (Similarity similarity : List.of(new L1(), new Chebyshev(), new Sparse())) {
                assertEquals(
                        "the points must be finite numbers, but row 1, column 0 is " + value,
                        refusal(() -> similarity.compare(bad, ANCHORS)));
                assertEquals(
                        "the anchors must be finite numbers, but row 1, column 0 is " + value,
                        refusal(() -> similarity.compare(POINT, bad)));
            }
        }
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertEquals("p must be 1 to 1000, not 0.5", refusal(() -> new Lp.Options(.5)));
        assertEquals(
                "keep must be at least 1, not 0",
                refusal(() -> new Sparse.Options(0, 1, Sparse.Product.COSINE)));
        assertEquals(
                "exponent must be 0.01 to 100, not NaN",
                refusal(() -> new Sparse.Options(1, Double.NaN, Sparse.Product.COSINE)));
    }

    private static String refusal(Executable call) {
        return assertThrows(InvalidInputException.class, call).getMessage();
    }
}
