package relrep.api.tck.counterexample;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.Run;
import relrep.api.tck.counterexample.BadPlugins.Bad;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.Transform;
import relrep.api.transform.TransformState;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Transforms that each break their contract in one way, as third-party plugins may. */
public final class BadTransforms {
    private BadTransforms() {}

    private record Fixed(UnaryOperator<Matrix> images, int width, Map<String, Double> diagnostics)
            implements FittedTransform {
        @Override
        public Matrix apply(Matrix latents) {
            return images.apply(latents);
        }

        @Override
        public Optional<TransformState> state() {
            return Optional.of(
                    new TransformState(
                            Map.of("weight", BadPlugins.ones(2, 2)), Map.of(), Map.of()));
        }
    }

    private record Fitting(Function<Space, FittedTransform> fitted) implements Transform {
        @Override
        public FittedTransform fit(Space training, Run run) {
            return fitted.apply(training);
        }

        @Override
        public FittedTransform restore(TransformState state) {
            return fitted.apply(Space.of("restored", BadPlugins.ones(1, 2)));
        }
    }

    private static Transform transform(UnaryOperator<Matrix> images) {
        return new Fitting(training -> new Fixed(images, 2, Map.of()));
    }

    /** A correct transform of 2 coordinates: the identity. */
    public static Transform good() {
        return transform(z -> z);
    }

    /** Transforms whose images are wrong, from 2 coordinates to 2. */
    public static List<Bad<Transform>> images() {
        List<Bad<Transform>> all =
                new ArrayList<>(
                        List.of(
                                new Bad<>(
                                        "a coordinate too many",
                                        transform(z -> BadPlugins.ones(z.rows(), 3)),
                                        "transform 'bad': apply must return \\d+ × 2, not \\d+ ×"
                                                + " 3"),
                                new Bad<>(
                                        "a row too few",
                                        transform(
                                                z -> BadPlugins.ones(Math.max(0, z.rows() - 1), 2)),
                                        "transform 'bad': apply must return \\d+ × 2, not \\d+ ×"
                                                + " 2"),
                                new Bad<>(
                                        "a value that is no number",
                                        transform(
                                                z ->
                                                        Matrix.filled(
                                                                z.rows(),
                                                                2,
                                                                memory -> {
                                                                    while (memory.hasRemaining()) {
                                                                        memory.put(Float.NaN);
                                                                    }
                                                                })),
                                        "transform 'bad': apply must return finite numbers, but row"
                                                + " 0, column 0 is NaN"),
                                new Bad<>(
                                        "no image",
                                        transform(z -> null),
                                        "transform 'bad': apply must return a matrix, not null")));
        for (Error error : BadPlugins.errors()) {
            all.add(
                    new Bad<>(
                            error.getClass().getSimpleName(),
                            transform(
                                    z -> {
                                        throw error;
                                    }),
                            BadPlugins.sentence("transform 'bad'", "apply", error)));
        }
        return all;
    }

    /** Transforms that fail when they fit. */
    public static List<Bad<Transform>> fits() {
        return List.of(
                new Bad<>(
                        "nothing fitted",
                        new Fitting(training -> null),
                        "transform 'bad': fit must return a fitted transform, not null"),
                new Bad<>(
                        "no width",
                        new Fitting(training -> new Fixed(z -> z, 0, Map.of())),
                        "transform 'bad': width must be at least 1, not 0"),
                new Bad<>(
                        "a deep one",
                        new Fitting(
                                training -> {
                                    throw new StackOverflowError();
                                }),
                        "transform 'bad' failed in fit: StackOverflowError"));
    }
}
