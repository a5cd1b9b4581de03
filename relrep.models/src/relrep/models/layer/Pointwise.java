package relrep.models.layer;

import java.util.List;

/**
 * A pointwise layer: the same map {@code y = Wx + b} for the channels of every pixel or token.
 *
 * @param channels the channels of the output
 */
public record Pointwise(int channels) implements Layer {
    @Override
    public Volume output(Volume input) {
        return new Volume(input.height(), input.width(), channels);
    }

    @Override
    public List<Parameter> parameters(Volume input) {
        int in = input.channels();
        return List.of(
                Parameter.spread(LinearMap.WEIGHT, channels, in, in),
                Parameter.spread(Bias.NAME, 1, channels, in));
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        return new LinearMap(site, site.input().pixels(), site.input().channels(), channels);
    }
}
