package relrep.api.tck;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.Transform;
import relrep.api.transform.TransformState;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A transform in plain Java that subtracts the mean row. Each part can be replaced by a broken one.
 *
 * @param fit what it fits to training latents
 * @param restore what it makes of a state
 */
record FakeTransform(
        Function<Space, FittedTransform> fit, Function<TransformState, FittedTransform> restore)
        implements Transform {
    private static final String MEAN = "mean";

    /** A sound one. */
    static FakeTransform centring() {
        return new FakeTransform(
                training -> Centring.of(checked(training)), FakeTransform::restored);
    }

    FakeTransform fitting(Function<Space, FittedTransform> other) {
        return new FakeTransform(other, restore);
    }

    /** Changes what a sound one fits. */
    FakeTransform changing(UnaryOperator<FittedTransform> change) {
        return new FakeTransform(
                training -> change.apply(fit.apply(training)),
                state -> change.apply(restore.apply(state)));
    }

    /** Changes the images of a sound one; the change sees the rows and their images. */
    FakeTransform applying(BiFunction<Matrix, Matrix, Matrix> change) {
        return changing(
                fitted ->
                        new Changed(fitted) {
                            @Override
                            public Matrix apply(Matrix latents) {
                                return change.apply(latents, super.apply(latents));
                            }
                        });
    }

    @Override
    public FittedTransform fit(Space training, Run run) {
        return fit.apply(training);
    }

    @Override
    public FittedTransform restore(TransformState state) {
        return restore.apply(state);
    }

    static Space checked(Space training) {
        training.latents().requireFinite("the latents of '%s'".formatted(training.name()));
        if (training.size() == 0) {
            throw new InvalidInputException("a mean needs at least 1 row, there is none");
        }
        return training;
    }

    private static FittedTransform restored(TransformState state) {
        if (!state.tensors().containsKey(MEAN)) {
            throw new InvalidInputException("centring must have a mean, not " + state.tensors());
        }
        return new Centring(state.tensors().get(MEAN), 1);
    }

    /** A fitted transform of which one part is replaced. */
    static class Changed implements FittedTransform {
        private final FittedTransform fitted;

        Changed(FittedTransform fitted) {
            this.fitted = fitted;
        }

        @Override
        public Matrix apply(Matrix latents) {
            return fitted.apply(latents);
        }

        @Override
        public int width() {
            return fitted.width();
        }

        @Override
        public Map<String, Double> diagnostics() {
            return fitted.diagnostics();
        }

        @Override
        public Optional<FittedTransform> inverse() {
            return fitted.inverse();
        }

        @Override
        public Optional<TransformState> state() {
            return fitted.state();
        }
    }

    /** Adds a multiple of a row; the inverse adds the opposite. */
    record Centring(Matrix mean, int sign) implements FittedTransform {
        static Centring of(Space training) {
            Matrix latents = training.latents();
            float[] mean = new float[latents.cols()];
            for (int j = 0; j < mean.length; j++) {
                mean[j] = (float) Numbers.mean(Numbers.column(latents, j));
            }
            return new Centring(Matrix.of(1, mean.length, mean), 1);
        }

        @Override
        public Matrix apply(Matrix latents) {
            if (latents.cols() != mean.cols()) {
                throw new InvalidInputException(
                        "rows must be %d wide, not %d".formatted(mean.cols(), latents.cols()));
            }
            float[] values = latents.toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] -= sign * mean.get(0, i % mean.cols());
            }
            return Matrix.of(latents.rows(), latents.cols(), values);
        }

        @Override
        public int width() {
            return mean.cols();
        }

        @Override
        public Optional<FittedTransform> inverse() {
            return Optional.of(new Centring(mean, -sign));
        }

        @Override
        public Optional<TransformState> state() {
            return Optional.of(new TransformState(Map.of(MEAN, mean), Map.of(), Map.of()));
        }
    }
}
