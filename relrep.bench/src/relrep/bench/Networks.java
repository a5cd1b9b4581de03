package relrep.bench;

import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.model.Bottleneck;
import relrep.api.model.Encoder;
import relrep.api.model.Objective;
import relrep.api.model.TrainingProblem;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.models.architecture.Conv;
import relrep.models.architecture.Dense;
import relrep.models.architecture.Vit;
import relrep.models.layer.Stack;
import relrep.models.network.Blueprint;
import relrep.models.network.Layered;
import relrep.nd4j.Nd4jEngine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Workloads of networks on pictures of 28 × 28: {@code train}, an epoch over 2,560 pictures in
 * batches of a given size, and {@code enc}, the encoder over 10,000.
 */
final class Networks {
    private static final Shape PICTURES = new Shape(1, 28, 28);
    private static final int PIXELS = 784;
    static final int TRAINED = 2560;
    private static final int ENCODED = 10_000;
    private static final int FEW = 64;

    /** The multiplications for one picture, by encoder and decoder. */
    private record Cost(String network, double encoder, double decoder) {
        static final List<Cost> ALL =
                List.of(
                        new Cost("conv", conv(), 48 * 3136 + 16. * 32 * (64 * 49 + 196)),
                        new Cost("mlp", mlp(), mlp()),
                        transformer(7),
                        transformer(4));

        private static double conv() {
            return 9. * 32 * (196 + 64 * 49) + 3136 * 48;
        }

        private static double mlp() {
            return 784 * 128 + 128 * 32 + 32 * 2;
        }

        private static Cost transformer(int patch) {
            double tokens = Math.floorDiv(PIXELS, patch * patch);
            double block = 64 * 192 + 64 * 64 + 2 * 64 * 128 + 2 * tokens * 64;
            double head = tokens * 64 * 48;
            double patches = 64. * PIXELS;
            return new Cost("vit" + patch, tokens * 4 * block + patches + head, patches + head);
        }
    }

    private Networks() {}

    static List<Workload> all() {
        List<Workload> all = new ArrayList<>();
        for (Cost cost : Cost.ALL) {
            for (int batch : new int[] {64, 128}) {
                all.add(training(cost, batch));
            }
        }
        for (Cost cost : Cost.ALL) {
            all.add(encoding(cost));
        }
        return all;
    }

    private static Workload training(Cost cost, int batch) {
        double aim =
                switch (cost.network) {
                    case "conv" -> .65;
                    case "mlp" -> .6;
                    default -> 1;
                };
        return new Workload(
                "train/%s/%d".formatted(cost.network, batch),
                3 * 2 * TRAINED * (cost.encoder + cost.decoder),
                Float.BYTES * (double) TRAINED * PIXELS,
                Workload.against("torch", aim),
                inputs ->
                        new Epochs(stack(cost.network), inputs.floats("images28", TRAINED), batch));
    }

    /** Returns the encoder and decoder of a network as one stack. */
    static Stack stack(String network) {
        int width = width(network);
        Blueprint<?> blueprint = plugin(network).blueprint();
        return blueprint.encoder(PICTURES, width).then(blueprint.decoder(width, PICTURES));
    }

    private static int width(String network) {
        return network.equals("mlp") ? 2 : 48;
    }

    private static Layered plugin(String network) {
        Nd4jEngine engine = Nd4jEngine.start();
        return switch (network) {
            case "conv" -> new Conv(engine);
            case "mlp" -> new Dense(engine);
            default -> transformer(new Vit(engine), Workload.size(network));
        };
    }

    /** Returns a transformer like the peers', whose decoder has no blocks. */
    private static Vit transformer(Vit plain, int patch) {
        Vit.Options o = plain.options();
        return plain.with(
                new Vit.Options(
                        patch,
                        o.dim(),
                        o.depth(),
                        0,
                        o.heads(),
                        o.mlpRatio(),
                        o.activation(),
                        o.output(),
                        o.dropout(),
                        o.training()));
    }

    private static Workload encoding(Cost cost) {
        return new Workload(
                "enc/%s/256".formatted(cost.network),
                2 * ENCODED * cost.encoder,
                Float.BYTES * (double) ENCODED * PIXELS,
                Workload.against(cost.network.equals("vit4") ? "torch" : "torch-jit", .9),
                inputs -> {
                    Matrix pictures = inputs.floats("images28", ENCODED);
                    Encoder encoder = encoder(cost.network, pictures.rows(0, FEW));
                    return () -> encoder.encode(pictures);
                });
    }

    /** Returns an encoder with untrained weights, which do not affect its speed. */
    private static Encoder encoder(String network, Matrix few) {
        Samples samples = new Samples(few, PICTURES, Optional.empty());
        return plugin(network)
                .train(
                        new TrainingProblem(
                                samples,
                                Optional.empty(),
                                Objective.RECONSTRUCT,
                                new Bottleneck.Absolute(width(network))),
                        Run.quiet(Seed.of(1)))
                .encoder();
    }
}
