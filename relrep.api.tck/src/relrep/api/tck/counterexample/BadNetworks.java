package relrep.api.tck.counterexample;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Architecture;
import relrep.api.model.Decoder;
import relrep.api.model.DecodingProblem;
import relrep.api.model.Encoder;
import relrep.api.model.Epoch;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.OutputRange;
import relrep.api.model.TrainedDecoder;
import relrep.api.model.TrainingProblem;
import relrep.api.run.Run;
import relrep.api.tck.counterexample.BadPlugins.Bad;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Architectures that each break their contract in one way. */
public final class BadNetworks {
    private BadNetworks() {}

    /**
     * An architecture whose values are all ones, with 2 latents and 5 outputs by default.
     *
     * @param told the width that the encoder declares
     * @param encoded returns the latents of a number of samples
     * @param decoded returns the outputs of a number of latents
     * @param declared returns the declared range of the outputs
     */
    private record Ones(
            int told,
            IntFunction<Matrix> encoded,
            IntFunction<Matrix> decoded,
            Supplier<OutputRange> declared)
            implements Architecture, Network, TrainedDecoder {
        @Override
        public Network train(TrainingProblem problem, Run run) {
            return this;
        }

        @Override
        public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
            return this;
        }

        @Override
        public OutputRange range() {
            return declared.get();
        }

        @Override
        public Network restore(NetworkState state) {
            return this;
        }

        @Override
        public TrainedDecoder restoreDecoder(NetworkState state) {
            return this;
        }

        @Override
        public Encoder encoder() {
            return new Encoder() {
                @Override
                public int width() {
                    return told;
                }

                @Override
                public Matrix encode(Inputs inputs) {
                    return encoded.apply(inputs.size());
                }
            };
        }

        @Override
        public Decoder decoder() {
            return new Decoder() {
                @Override
                public int width() {
                    return 2;
                }

                @Override
                public Matrix decode(Matrix latents) {
                    return decoded.apply(latents.rows());
                }
            };
        }

        @Override
        public List<Epoch> history() {
            return List.of();
        }

        @Override
        public NetworkState state() {
            return new NetworkState(Map.of("one", BadPlugins.ones(1, 1)), Map.of());
        }
    }

    private static Ones with(IntFunction<Matrix> encoded, IntFunction<Matrix> decoded) {
        return new Ones(2, encoded, decoded, () -> OutputRange.ALL);
    }

    private static Matrix latents(int n) {
        return BadPlugins.ones(n, 2);
    }

    private static Matrix outputs(int n) {
        return BadPlugins.ones(n, 5);
    }

    /** Architectures for 2 latents of samples with 5 coordinates. */
    public static List<Bad<Architecture>> all() {
        return List.of(
                bad(
                        "an encoder that says it is 5 wide",
                        new Ones(5, n -> outputs(n), n -> outputs(n), () -> OutputRange.ALL),
                        ": train must make an encoder that is 2 wide, not 5"),
                bad(
                        "an encoder that is 5 wide",
                        with(n -> outputs(n), n -> outputs(n)),
                        ": encode must return \\d+ × 2, not \\d+ × 5"),
                bad(
                        "latents of other samples",
                        with(n -> latents(n + 1), n -> outputs(n)),
                        ": encode must return \\d+ × 2, not \\d+ × 2"),
                bad(
                        "latents that are no numbers",
                        with(n -> Matrix.of(n, 2, nan(n * 2)), n -> outputs(n)),
                        ": encode must return finite numbers, but row 0, column 0 is NaN"),
                bad(
                        "outputs that are too narrow",
                        with(n -> latents(n), n -> latents(n)),
                        ": decode must return \\d+ × 5, not \\d+ × 2"),
                bad(
                        "outputs of other latents",
                        with(n -> latents(n), n -> outputs(n - 1)),
                        ": decode must return \\d+ × 5, not \\d+ × 5"),
                bad(
                        "outputs that are no numbers",
                        with(n -> latents(n), n -> Matrix.of(n, 5, nan(n * 5))),
                        ": decode must return finite numbers, but row 0, column 0 is NaN"),
                bad(
                        "outputs outside the range",
                        new Ones(2, n -> latents(n), n -> outputs(n), () -> new OutputRange(0, .5)),
                        ": decode must return numbers from 0.0 to 0.5, as range declares, not 1.0"),
                bad(
                        "no range",
                        new Ones(2, n -> latents(n), n -> outputs(n), () -> null),
                        ": range must return a range, not null"),
                bad(
                        "an error in the encoder",
                        with(
                                n -> {
                                    throw new StackOverflowError();
                                },
                                n -> outputs(n)),
                        " failed in encode: StackOverflowError"),
                bad(
                        "an error in the decoder",
                        with(
                                n -> latents(n),
                                n -> {
                                    throw new NoClassDefFoundError("com/example/Gone");
                                }),
                        " failed in decode: NoClassDefFoundError: com/example/Gone"));
    }

    private static float[] nan(int n) {
        float[] values = new float[n];
        Arrays.fill(values, Float.NaN);
        return values;
    }

    private static Bad<Architecture> bad(String what, Architecture plugin, String sentence) {
        return new Bad<>(what, plugin, "architecture 'bad'" + sentence);
    }
}
