package relrep.transforms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static relrep.transforms.Fits.images;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.data.Matrix;
import relrep.api.transform.Transform;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** What maps of a space leave the transformed space as it was, and which do not. */
class InvarianceTest {
    private static final int D = 4;

    /** The largest change by rounding; a change by a map is above a hundred times as large. */
    private static final double ROUNDING = 1e-4;

    private static final Map<String, Transform> TRANSFORMS =
            Map.of(
                    "centre", new Centre(),
                    "standardise", new Standardise(),
                    "l2", new UnitNorm(),
                    "scale", new Scale(),
                    "pca", new Pca(),
                    "whiten", new Whiten().with(new Whiten.Options(Whiten.Form.PCA, 0.1, 0)),
                    "whiten-all", new Whiten(),
                    "layer-norm", new LayerNorm().with(new LayerNorm.Options(0)),
                    "zero-pad", new ZeroPad().with(new ZeroPad.Options(6)));

    private static final Map<String, UnaryOperator<Matrix>> MAPS =
            Map.of(
                    "shift", z -> each(z, (v, i, j) -> v + 2 - j),
                    "row-shift", z -> each(z, (v, i, j) -> v + i % 5),
                    "factor", z -> each(z, (v, i, j) -> 3 * v),
                    "row-factor", z -> each(z, (v, i, j) -> (1 + i % 5) * v),
                    "axes", z -> each(z, (v, i, j) -> (1 + j) * v),
                    "rotation", InvarianceTest::turned);

    /** A value of a row and column. */
    private interface Entry {
        double at(double value, int i, int j);
    }

    private static Matrix each(Matrix z, Entry entry) {
        float[] values = z.toArray();
        for (int t = 0; t < values.length; t++) {
            values[t] = (float) entry.at(values[t], t / z.cols(), t % z.cols());
        }
        return Matrix.of(z.rows(), z.cols(), values);
    }

    /** Turns the first two coordinates, and the last two. */
    private static Matrix turned(Matrix z) {
        double cos = Math.cos(0.6);
        double sin = Math.sin(0.6);
        return each(
                z,
                (v, i, j) ->
                        j % 2 == 0
                                ? cos * v - sin * z.get(i, j + 1)
                                : cos * v + sin * z.get(i, j - 1));
    }

    private static Matrix points() {
        Random random = new Random(7);
        double[] spread = {3, 2, 1.2, 0.7};
        float[] values = new float[50 * D];
        for (int t = 0; t < values.length; t++) {
            values[t] = (float) (1 + spread[t % D] * random.nextGaussian());
        }
        return Matrix.of(50, D, values);
    }

    /** Coordinates are compared without their signs, which principal components choose anew. */
    @ParameterizedTest
    @CsvSource({
        "centre, shift",
        "standardise, shift factor axes",
        "l2, factor row-factor",
        "scale, factor",
        "pca, shift rotation",
        "whiten, shift factor rotation",
        "whiten-all, shift factor rotation",
        "layer-norm, factor row-factor row-shift",
        "zero-pad, ''"
    })
    void theCoordinatesStay(String transform, String maps) {
        for (String map : MAPS.keySet()) {
            boolean stays = Arrays.asList(maps.split(" ")).contains(map);
            double change = change(TRANSFORMS.get(transform), MAPS.get(map), false);
            assertEquals(stays, change < ROUNDING, transform + ", " + map + ": " + change);
            assertEquals(stays, change < 100 * ROUNDING, transform + ", " + map + ": " + change);
        }
    }

    /** Inner products do not change when the transformed space is turned. */
    @ParameterizedTest
    @CsvSource({
        "centre, shift rotation", "l2, factor row-factor rotation", "scale, factor rotation",
        "pca, shift rotation", "whiten-all, shift factor axes rotation", "zero-pad, rotation"
    })
    void theInnerProductsStay(String transform, String maps) {
        for (String map : MAPS.keySet()) {
            boolean stays = Arrays.asList(maps.split(" ")).contains(map);
            double change = change(TRANSFORMS.get(transform), MAPS.get(map), true);
            assertEquals(stays, change < ROUNDING, transform + ", " + map + ": " + change);
        }
    }

    private static double change(Transform transform, UnaryOperator<Matrix> map, boolean products) {
        Matrix before = images(transform, points());
        Matrix after = images(transform, map.apply(points()));
        double largest = 0;
        for (int i = 0; i < before.rows(); i++) {
            for (int j = 0; j < (products ? before.rows() : before.cols()); j++) {
                double one = products ? product(before, i, j) : Math.abs(before.get(i, j));
                double other = products ? product(after, i, j) : Math.abs(after.get(i, j));
                largest = Math.max(largest, Math.abs(one - other));
            }
        }
        return largest;
    }

    private static double product(Matrix z, int i, int j) {
        double sum = 0;
        for (int l = 0; l < z.cols(); l++) {
            sum += (double) z.get(i, l) * z.get(j, l);
        }
        return sum;
    }
}
