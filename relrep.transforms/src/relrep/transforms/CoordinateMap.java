package relrep.transforms;

import relrep.api.data.Matrix;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.TransformState;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A shift and a factor for each coordinate, {@code z' = (z - shift) · factor}.
 *
 * @param shift {@code d} values
 * @param factor {@code d} values, none of them 0
 * @param diagnostics the numbers that describe the fit
 */
@SuppressWarnings("ArrayRecordComponent") // applied, never compared
record CoordinateMap(double[] shift, double[] factor, Map<String, Double> diagnostics)
        implements FittedTransform {
    private static final String SHIFT = "shift";
    private static final String FACTOR = "factor";

    /** Rounds the values to what a state keeps. */
    CoordinateMap {
        shift = SplitDoubles.rounded(shift);
        factor = SplitDoubles.rounded(factor);
    }

    static CoordinateMap restored(TransformState state) {
        KeptState kept = new KeptState(state);
        return new CoordinateMap(
                SplitDoubles.read(kept.tensor(SHIFT, 2)),
                SplitDoubles.read(kept.tensor(FACTOR, 2)),
                state.diagnostics());
    }

    @Override
    public Matrix apply(Matrix latents) {
        return RowLoop.of(
                latents,
                width(),
                width(),
                (row, image) -> {
                    for (int j = 0; j < row.length; j++) {
                        image[j] = (row[j] - shift[j]) * factor[j];
                    }
                });
    }

    @Override
    public int width() {
        return shift.length;
    }

    @Override
    public Optional<FittedTransform> inverse() {
        return Optional.of(new Back(this));
    }

    @Override
    public Optional<TransformState> state() {
        Map<String, Matrix> tensors = new LinkedHashMap<>();
        tensors.put(SHIFT, SplitDoubles.write(shift));
        tensors.put(FACTOR, SplitDoubles.write(factor));
        return Optional.of(new TransformState(tensors, Map.of(), diagnostics));
    }

    /** The way back, {@code z = z' / factor + shift}. */
    private record Back(CoordinateMap there) implements FittedTransform {
        @Override
        public Matrix apply(Matrix latents) {
            return RowLoop.of(
                    latents,
                    width(),
                    width(),
                    (row, image) -> {
                        for (int j = 0; j < row.length; j++) {
                            image[j] = row[j] / there.factor[j] + there.shift[j];
                        }
                    });
        }

        @Override
        public int width() {
            return there.width();
        }

        @Override
        public Optional<FittedTransform> inverse() {
            return Optional.of(there);
        }
    }
}
