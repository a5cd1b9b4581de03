package relrep.transforms;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.TransformState;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.Svd;
import relrep.kernels.tile.AffineMap;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A linear map of centred rows, {@code z' = (z - mean) W}. Rows are centred in double precision
 * first, so a mean far from 0 costs no digits.
 *
 * @param mean {@code d} values
 * @param weights <i>W</i>, {@code d × m}
 * @param diagnostics the numbers that describe the fit
 */
@SuppressWarnings("ArrayRecordComponent") // applied, never compared
record LinearMap(double[] mean, Matrix weights, Map<String, Double> diagnostics)
        implements FittedTransform {
    private static final String MEAN = "mean";
    private static final String WEIGHT = "weight";

    /** The largest condition of an invertible map; beyond it, float32 rows do not come back. */
    private static final double INVERTIBLE = 1e6;

    /** Rounds the mean to what a state keeps. */
    LinearMap {
        mean = SplitDoubles.rounded(mean);
    }

    static LinearMap restored(TransformState state) {
        KeptState kept = new KeptState(state);
        double[] mean = SplitDoubles.read(kept.tensor(MEAN, 2));
        return new LinearMap(mean, kept.tensor(WEIGHT, mean.length), state.diagnostics());
    }

    @Override
    public Matrix apply(Matrix latents) {
        Matrix centred =
                RowLoop.of(
                        latents,
                        mean.length,
                        mean.length,
                        (row, image) -> {
                            for (int j = 0; j < row.length; j++) {
                                image[j] = row[j] - mean[j];
                            }
                        });
        return AffineMap.linear(DoubleMatrix.of(weights))
                .apply(centred)
                .requireFinite("transformed latents");
    }

    @Override
    public int width() {
        return weights.cols();
    }

    /** The inverse exists for equal widths and a condition number of up to a million. */
    @Override
    public Optional<FittedTransform> inverse() {
        int d = mean.length;
        if (weights.cols() != d) {
            return Optional.empty();
        }
        Svd svd = Svd.of(DoubleMatrix.of(weights));
        if (svd.values()[0] > INVERTIBLE * svd.values()[d - 1] || svd.values()[0] == 0) {
            return Optional.empty();
        }
        double[] reciprocals = Arrays.stream(svd.values()).map(value -> 1 / value).toArray();
        DoubleMatrix back = svd.vt().transpose().scaledColumns(reciprocals).timesTranspose(svd.u());
        return Optional.of(new Back(new AffineMap(back, mean), this));
    }

    @Override
    public Optional<TransformState> state() {
        Map<String, Matrix> tensors = new LinkedHashMap<>();
        tensors.put(MEAN, SplitDoubles.write(mean));
        tensors.put(WEIGHT, weights);
        return Optional.of(new TransformState(tensors, Map.of(), diagnostics));
    }

    /** The way back, {@code z = z' W⁻¹ + mean}. */
    private record Back(AffineMap map, LinearMap there) implements FittedTransform {
        @Override
        public Matrix apply(Matrix latents) throws InvalidInputException {
            RowLoop.requireWidth(latents, width());
            return map.apply(latents).requireFinite("latents that were transformed back");
        }

        @Override
        public int width() {
            return there.mean.length;
        }

        @Override
        public Optional<FittedTransform> inverse() {
            return Optional.of(there);
        }
    }
}
