package relrep.models.architecture;

import relrep.api.data.Shape;
import relrep.models.layer.Stack;
import relrep.models.network.Blueprint;
import relrep.nd4j.Nd4jEngine;

/** The default networks on pictures of 28 × 28, as the benchmark trains them. */
public final class BenchStacks {
    private static final Shape PICTURES = new Shape(1, 28, 28);

    private BenchStacks() {}

    /** Returns {@code conv} with a bottleneck of 48. */
    public static Stack conv() {
        return whole(new ConvBlueprint(new Conv(Nd4jEngine.start()).options()), 48);
    }

    /** Returns {@code dense} with a bottleneck of 2. */
    public static Stack dense() {
        return whole(new DenseBlueprint(new Dense(Nd4jEngine.start()).options()), 2);
    }

    /** Returns {@code vit} with a bottleneck of 48 and a decoder without blocks. */
    public static Stack vit(int patch) {
        Vit.Options o = new Vit(Nd4jEngine.start()).options();
        return whole(
                new VitBlueprint(
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
                                o.training())),
                48);
    }

    private static Stack whole(Blueprint<?> blueprint, int width) {
        return blueprint.encoder(PICTURES, width).then(blueprint.decoder(width, PICTURES));
    }
}
