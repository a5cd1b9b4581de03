package relrep.kernels.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import relrep.api.data.Matrix;
import relrep.api.run.Seed;
import relrep.kernels.linear.CanonicalCorrelations;
import relrep.kernels.linear.CanonicalCorrelations.Cut;
import relrep.kernels.linear.ColumnSpace;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.LeastSquares;
import relrep.kernels.linear.MatrixRows;
import relrep.kernels.linear.Svd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Tests the rank of spaces of float32 cosines with more anchors than latent directions. */
@Tag("slow")
class RankOfRoundedTest {
    /** Latents {@code wide}, of {@code rows}, their mean {@code away} from the origin. */
    record Case(int rows, int wide, int anchors, double away) {
        Matrix latents() {
            RandomGenerator random = Seed.of(5).branch("latents").random();
            float[] values = new float[rows * wide];
            double each = away / Math.sqrt(wide);
            for (int t = 0; t < values.length; t++) {
                values[t] = (float) (random.nextGaussian() + each);
            }
            return Matrix.of(rows, wide, values);
        }

        /** The same turned by a rotation, and rounded to float32. */
        Matrix turned() {
            RandomGenerator random = Seed.of(5).branch("rotation").random();
            double[] normal = new double[wide * wide];
            for (int t = 0; t < normal.length; t++) {
                normal[t] = random.nextGaussian();
            }
            Svd svd = Svd.of(DoubleMatrix.of(wide, wide, normal));
            return DoubleMatrix.of(latents()).times(svd.u().times(svd.vt())).toMatrix();
        }
    }

    record Setting(Case data, Machine machine) {
        Matrix relative(Matrix latents) {
            return new Projection(machine).cosine(latents, latents.rows(0, data.anchors()));
        }
    }

    static List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (Machine machine : EngineTest.machines()) {
            settings.add(new Setting(new Case(250, 8, 20, 9.5), machine));
            settings.add(new Setting(new Case(250, 8, 20, 0), machine));
            settings.add(new Setting(new Case(600, 100, 200, 40), machine));
            settings.add(new Setting(new Case(900, 384, 450, 20), machine));
        }
        return settings;
    }

    /**
     * Cosines with anchors are a linear map of unit vectors: no more directions than those have.
     */
    @ParameterizedTest
    @MethodSource("settings")
    void roundingIsNoDirection(Setting setting) {
        MatrixRows rows = MatrixRows.of(setting.relative(setting.data().latents()));
        ColumnSpace found = ColumnSpace.of(rows.minus(rows.mean()));
        assertEquals(setting.data().wide(), found.rank());
    }

    /** In exact arithmetic, cosines do not notice a rotation at all. */
    @ParameterizedTest
    @MethodSource("settings")
    void aRotationLeavesAllCorrelationsAtOne(Setting setting) {
        MatrixRows x = MatrixRows.of(setting.relative(setting.data().latents()));
        MatrixRows y = MatrixRows.of(setting.relative(setting.data().turned()));
        double[] values = CanonicalCorrelations.of(x, y, false, Cut.none()).values();
        assertEquals(setting.data().wide(), values.length);
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        assertArrayEquals(ones, values, 1e-6);
    }

    /** The smallest weights that lead from the cosines back to unit vectors stay small. */
    @ParameterizedTest
    @MethodSource("settings")
    void theWayBackIsNotMadeOfRounding(Setting setting) {
        Matrix latents = setting.data().latents();
        Matrix relative = setting.relative(latents);
        DoubleMatrix unit = unit(latents);
        DoubleMatrix anchors = unit.rows(0, setting.data().anchors());
        DoubleMatrix exact = ColumnSpace.ofFloats(anchors).svd().vt();
        assertEquals(setting.data().wide(), exact.rows());
        LeastSquares fit =
                LeastSquares.of(
                        MatrixRows.of(relative),
                        MatrixRows.of(unit),
                        0,
                        LeastSquares.FLOAT_TOLERANCE);
        Svd svd = Svd.of(anchors);
        double least = svd.values()[setting.data().wide() - 1];
        assertEquals(setting.data().wide(), fit.rank());
        assertTrue(
                Svd.of(fit.weights()).values()[0] < 1.001 / least,
                () -> "weights of " + Svd.of(fit.weights()).values()[0] + " > 1 / " + least);
        double error = Math.sqrt(fit.residualSquares() / latents.rows());
        assertTrue(error < 1e-4, () -> "unit vectors are missed by " + error);
    }

    private static DoubleMatrix unit(Matrix latents) {
        double[] values = DoubleMatrix.of(latents).toArray();
        int d = latents.cols();
        for (int i = 0; i < latents.rows(); i++) {
            double square = 0;
            for (int t = i * d; t < (i + 1) * d; t++) {
                square += values[t] * values[t];
            }
            for (int t = i * d; t < (i + 1) * d; t++) {
                values[t] /= Math.sqrt(square);
            }
        }
        return DoubleMatrix.of(latents.rows(), d, values);
    }
}
