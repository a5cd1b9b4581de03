package relrep.transforms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static relrep.transforms.Fits.assertClose;
import static relrep.transforms.Fits.fit;
import static relrep.transforms.Fits.images;
import static relrep.transforms.Fits.notes;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.Transform;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.Gram;
import relrep.kernels.linear.MatrixRows;

import java.util.List;
import java.util.Random;

/** Constant coordinates, missing directions, values far from 0, and options that do not fit. */
class EdgesTest {
    private static final Matrix BOX = Matrix.of(4, 2, 1, 1, 3, 1, 1, 5, 3, 5);

    @Test
    void aConstantCoordinateIsCentredAndNotDivided() {
        Matrix points = Matrix.of(2, 2, 1, .7f, 3, .7f);
        FittedTransform fitted = fit(new Standardise(), points);
        assertEquals(Matrix.of(2, 2, -1, 0, 1, 0), fitted.apply(points));
        assertClose(Matrix.of(1, 2, 0, 1.3f), fitted.apply(Matrix.of(1, 2, 2, 2)), 1e-6);
        assertEquals(1, fitted.diagnostics().get("constant-coordinates"));
        assertEquals(
                List.of(
                        "standardise centres 1 of 2 coordinates of 'a' without dividing them: they"
                                + " are constant"),
                notes(new Standardise(), points));
    }

    /** Rounding that was computed elsewhere is no spread either. */
    @Test
    void aCoordinateThatVariesByRoundingIsConstant() {
        Matrix points = Matrix.of(2, 1, 1000, Math.nextUp(1000f));
        assertEquals(1, fit(new Standardise(), points).diagnostics().get("constant-coordinates"));
    }

    @Test
    void aMeanFarFromZeroCostsNoDigits() {
        Matrix far = Matrix.of(2, 1, 1_000_000, 1_000_001);
        assertEquals(Matrix.of(2, 1, -.5f, .5f), images(new Centre(), far));
        assertEquals(Matrix.of(2, 1, -1, 1), images(new Standardise(), far));
        assertClose(Matrix.of(2, 1, -.5f, .5f), images(new Pca(), far), 1e-6);
    }

    @Test
    void whitenLeavesOutWhatDoesNotVary() {
        Matrix flat = Matrix.of(3, 3, 1, 2, 5, 2, 4, 5, 6, 5, 5);
        FittedTransform pca = fit(new Whiten(), flat);
        assertEquals(2, pca.width());
        assertTrue(pca.inverse().isEmpty());
        assertEquals(
                List.of(
                        "whiten keeps 2 of 3 directions of 'a': its training rows do not vary in"
                                + " the others"),
                notes(new Whiten(), flat));
        FittedTransform zca =
                fit(new Whiten().with(new Whiten.Options(Whiten.Form.ZCA, 0, 0)), flat);
        assertEquals(3, zca.width());
        assertTrue(zca.inverse().isEmpty());
        assertEquals(0, zca.apply(Matrix.of(1, 3, 1, 2, 100)).get(0, 2), 1e-5);
    }

    /** The covariance of correlated, ill-conditioned rows becomes the identity. */
    @Test
    void whitenedCovarianceIsTheIdentity() {
        Random random = new Random(3);
        float[] values = new float[400 * 6];
        for (int t = 0; t < values.length; t++) {
            double own = Math.pow(10, -(t % 6) / 2.0) * random.nextGaussian();
            values[t] = (float) (t % 6 == 0 ? own : own + values[t - 1] / 2);
        }
        Matrix points = Matrix.of(400, 6, values);
        for (Whiten.Form form : Whiten.Form.values()) {
            Matrix white = images(new Whiten().with(new Whiten.Options(form, 0, 0)), points);
            DoubleMatrix covariance = Gram.of(MatrixRows.of(white)).scaled(1 / 400.0);
            assertTrue(covariance.plusDiagonal(-1).norm() < 1e-4, form + " " + covariance.norm());
        }
    }

    @Test
    void optionsThatDoNotFitAreRefused() {
        refused(
                "pca must keep at most the 2 coordinates of 'a', not 3; zero-pad takes a larger"
                        + " width",
                new Pca().with(new Pca.Options(3)),
                BOX);
        refused(
                "zero-pad must have a width of at least that of 'a', 2, not 1; pca takes a smaller"
                        + " one",
                new ZeroPad().with(new ZeroPad.Options(1)),
                BOX);
        refused(
                "whiten must keep at most as many directions as the rows of 'a' vary in, 1, not 2",
                new Whiten().with(new Whiten.Options(Whiten.Form.PCA, 0, 2)),
                Matrix.of(2, 2, 1, 2, 3, 4));
        refused(
                "whiten must be fitted on rows that differ, but all 2 rows of 'a' are the same",
                new Whiten(),
                Matrix.of(2, 2, 1, 2, 1, 2));
        refused(
                "centre must be fitted on at least 1 row and 1 coordinate, but 'a' has 0 × 2",
                new Centre(),
                Matrix.of(0, 2));
    }

    private static void refused(String sentence, Transform transform, Matrix training) {
        assertEquals(
                sentence,
                assertThrows(InvalidInputException.class, () -> fit(transform, training))
                        .getMessage());
    }

    @Test
    void whatChangesNothingSaysSo() {
        assertEquals(
                List.of("zero-pad adds nothing to 'a': its width is 0"), notes(new ZeroPad(), BOX));
        assertEquals(
                List.of("scale leaves 'a' as it is: all its rows are zero"),
                notes(new Scale(), Matrix.of(2, 2, 0, 0, 0, 0)));
        assertEquals(
                List.of("l2 leaves 1 of 2 rows of 'a' as they are: they are zero"),
                notes(new UnitNorm(), Matrix.of(2, 2, 0, 0, 3, 4)));
        assertEquals(
                List.of(
                        "pca keeps 2 components of 'a', but its training rows vary along 1 of"
                                + " them"),
                notes(new Pca().with(new Pca.Options(2)), Matrix.of(3, 2, 0, 0, 1, 2, 2, 4)));
    }

    /** A value that float32 cannot hold is refused instead of infinite. */
    @Test
    void anImageBeyondFloatsIsRefused() {
        FittedTransform fitted = fit(new Standardise(), Matrix.of(2, 1, 0, 1e-30f));
        String refusal =
                assertThrows(
                                InvalidInputException.class,
                                () -> fitted.apply(Matrix.of(1, 1, 1e30f)))
                        .getMessage();
        assertEquals(
                "transformed latents must be finite numbers, but row 0, column 0 is Infinity",
                refusal);
    }
}
