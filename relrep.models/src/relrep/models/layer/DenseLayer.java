package relrep.models.layer;

import java.util.List;

/**
 * A fully connected layer: every output is a weighted sum of all inputs, plus a constant, {@code y
 * = Wx + b}.
 *
 * @param width the number of outputs
 */
public record DenseLayer(int width) implements Layer {
    @Override
    public Volume output(Volume input) {
        return Volume.flat(width);
    }

    @Override
    public List<Parameter> parameters(Volume input) {
        int in = input.size();
        return List.of(
                Parameter.spread(LinearMap.WEIGHT, width, in, in),
                Parameter.spread(Bias.NAME, 1, width, in));
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        return new LinearMap(site, 1, site.input().size(), width);
    }
}
