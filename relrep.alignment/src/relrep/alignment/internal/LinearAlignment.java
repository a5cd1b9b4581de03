package relrep.alignment.internal;

import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentState;
import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.kernels.linear.DoubleMatrix;
import relrep.kernels.linear.Svd;
import relrep.kernels.tile.AffineMap;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A linear or affine alignment, {@code z' = zW + b}.
 *
 * @param map in double precision, applied in single
 * @param diagnostics the numbers that describe the fit
 */
record LinearAlignment(AffineMap map, Map<String, Double> diagnostics) implements Alignment {
    private static final String WEIGHT = "weight";
    private static final String SHIFT = "shift";

    /**
     * The largest condition number of an invertible map. Beyond it, float32 latents cannot be
     * recovered.
     */
    private static final double INVERTIBLE = 1e6;

    /** Copies the diagnostics, in order. */
    LinearAlignment {
        diagnostics = Collections.unmodifiableMap(new LinkedHashMap<>(diagnostics));
    }

    @Override
    public Matrix apply(Matrix latents) {
        return map.apply(latents);
    }

    @Override
    public float[] apply(float[] latent) {
        return map.apply(latent);
    }

    @Override
    public Optional<AlignmentState> state() {
        int m = map.shift().length;
        Matrix shift = DoubleMatrix.of(1, m, map.shift()).toMatrix();
        Map<String, Matrix> tensors = new LinkedHashMap<>();
        tensors.put(WEIGHT, map.weights().toMatrix());
        tensors.put(SHIFT, shift);
        return Optional.of(new AlignmentState(tensors, Map.of(), diagnostics));
    }

    /**
     * Restores a map.
     *
     * @throws InvalidInputException when weights or shift are missing, or their shapes do not match
     */
    static LinearAlignment restored(AlignmentState state) {
        Matrix weight = state.tensors().get(WEIGHT);
        Matrix shift = state.tensors().get(SHIFT);
        if (weight == null || shift == null || shift.rows() != 1 || shift.cols() != weight.cols()) {
            throw new InvalidInputException(
                    "a linear map must consist of %s, d × m, and %s, 1 × m, not of %s"
                            .formatted(WEIGHT, SHIFT, state.tensors()));
        }
        weight.requireFinite(WEIGHT);
        shift.requireFinite(SHIFT);
        return new LinearAlignment(
                new AffineMap(DoubleMatrix.of(weight), DoubleMatrix.of(shift).toArray()),
                state.diagnostics());
    }

    /** The inverse exists for equal widths and a condition number of up to a million. */
    @Override
    public Optional<Alignment> inverse() {
        DoubleMatrix weights = map.weights();
        int d = weights.rows();
        if (d == 0 || d != weights.cols()) {
            return Optional.empty();
        }
        Svd svd = Svd.of(weights);
        if (svd.values()[0] > INVERTIBLE * svd.values()[d - 1] || svd.values()[0] == 0) {
            return Optional.empty();
        }
        double[] reciprocals = Arrays.stream(svd.values()).map(value -> 1 / value).toArray();
        DoubleMatrix back = svd.vt().transpose().scaledColumns(reciprocals).timesTranspose(svd.u());
        double[] shift = back.leftTimes(map.shift());
        AffineMap inverse =
                new AffineMap(back, Arrays.stream(shift).map(value -> 0 - value).toArray());
        return Optional.of(
                new LinearAlignment(
                        inverse,
                        new Diagnosis()
                                .put("map-condition", svd.values()[0] / svd.values()[d - 1])
                                .map(inverse, false)
                                .values()));
    }
}
