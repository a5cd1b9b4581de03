package relrep.transforms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static relrep.transforms.Fits.assertClose;
import static relrep.transforms.Fits.fit;
import static relrep.transforms.Fits.images;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.transform.FittedTransform;

/** Compares with values worked by hand. */
class GoldenTest {
    /** A few roundings of a float near 1. */
    private static final double FLOAT = 1e-6;

    /** Mean (2, 3), deviations 1 and 2, without correlation. */
    private static final Matrix BOX = Matrix.of(4, 2, 1, 1, 3, 1, 1, 5, 3, 5);

    /** Variance 4 along (1, 1), and 1 along (1, -1). */
    private static final Matrix CROSS = Matrix.of(4, 2, 2, 2, -2, -2, 1, -1, -1, 1);

    private static final float ROOT_2 = (float) Math.sqrt(2);

    @Test
    void centre() {
        assertEquals(Matrix.of(4, 2, -1, -2, 1, -2, -1, 2, 1, 2), images(new Centre(), BOX));
    }

    @Test
    void standardise() {
        assertEquals(Matrix.of(4, 2, -1, -1, 1, -1, -1, 1, 1, 1), images(new Standardise(), BOX));
    }

    @Test
    void l2() {
        Matrix points = Matrix.of(3, 2, 3, 4, 0, 0, 0, -5);
        assertClose(Matrix.of(3, 2, .6f, .8f, 0, 0, 0, -1), images(new UnitNorm(), points), 0);
    }

    @Test
    void pca() {
        FittedTransform full = fit(new Pca(), BOX);
        assertClose(Matrix.of(4, 2, -2, -1, -2, 1, 2, -1, 2, 1), full.apply(BOX), FLOAT);
        FittedTransform one = fit(new Pca().with(new Pca.Options(1)), BOX);
        assertClose(Matrix.of(4, 1, -2, -2, 2, 2), one.apply(BOX), FLOAT);
        assertEquals(.8, one.diagnostics().get("kept-variance"), FLOAT);
        assertTrue(one.inverse().isEmpty());
    }

    /** Both coordinates of a direction are equally large, so the first of them is positive. */
    @Test
    void pcaOfTurnedPoints() {
        assertClose(
                Matrix.of(4, 2, 2 * ROOT_2, 0, -2 * ROOT_2, 0, 0, ROOT_2, 0, -ROOT_2),
                images(new Pca(), CROSS),
                FLOAT);
    }

    @Test
    void zeroPad() {
        FittedTransform wide = fit(new ZeroPad().with(new ZeroPad.Options(3)), CROSS);
        assertEquals(Matrix.of(4, 3, 2, 2, 0, -2, -2, 0, 1, -1, 0, -1, 1, 0), wide.apply(CROSS));
        assertEquals(
                Matrix.of(1, 2, 7, 8),
                wide.inverse().orElseThrow().apply(Matrix.of(1, 3, 7, 8, 9)));
    }

    @Test
    void scale() {
        Matrix points = Matrix.of(2, 2, 3, 4, 0, 5);
        assertClose(
                Matrix.of(2, 2, .6f, .8f, 0, 1),
                images(new Scale().with(new Scale.Options(Scale.Norm.ONE)), points),
                FLOAT);
        assertClose(
                Matrix.of(2, 2, .6f * ROOT_2, .8f * ROOT_2, 0, ROOT_2),
                images(new Scale(), points),
                FLOAT);
    }

    @Test
    void whiten() {
        assertClose(Matrix.of(4, 2, -1, -1, -1, 1, 1, -1, 1, 1), images(new Whiten(), BOX), FLOAT);
        assertClose(
                Matrix.of(4, 2, -1, -1, 1, -1, -1, 1, 1, 1),
                images(whiten(Whiten.Form.ZCA, 0), BOX),
                FLOAT);
        assertClose(
                Matrix.of(4, 2, ROOT_2, 0, -ROOT_2, 0, 0, ROOT_2, 0, -ROOT_2),
                images(new Whiten(), CROSS),
                FLOAT);
        assertClose(
                Matrix.of(4, 2, 1, 1, -1, -1, 1, -1, -1, 1),
                images(whiten(Whiten.Form.ZCA, 0), CROSS),
                FLOAT);
    }

    /** The mean variance is 2.5; a share of 0.4 adds 1 to each variance. */
    @Test
    void whitenByLess() {
        float x = (float) (1 / Math.sqrt(2));
        float y = (float) (2 / Math.sqrt(5));
        assertClose(
                Matrix.of(4, 2, -x, -y, x, -y, -x, y, x, y),
                images(whiten(Whiten.Form.ZCA, .4), BOX),
                FLOAT);
    }

    private static relrep.api.transform.Transform whiten(Whiten.Form form, double eps) {
        return new Whiten().with(new Whiten.Options(form, eps, 0));
    }

    /** The variance of 1, 2, 3 is 2/3; a third more makes it 1. */
    @Test
    void layerNorm() {
        Matrix points = Matrix.of(2, 3, 1, 2, 3, 7, 7, 7);
        float end = (float) Math.sqrt(1.5);
        assertClose(
                Matrix.of(2, 3, -end, 0, end, 0, 0, 0),
                images(new LayerNorm().with(new LayerNorm.Options(0)), points),
                FLOAT);
        assertClose(
                Matrix.of(2, 3, -1, 0, 1, 0, 0, 0),
                images(new LayerNorm().with(new LayerNorm.Options(1 / 3.0)), points),
                FLOAT);
    }
}
