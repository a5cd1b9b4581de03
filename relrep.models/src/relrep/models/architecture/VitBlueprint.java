package relrep.models.architecture;

import relrep.api.data.Shape;
import relrep.api.model.OutputRange;
import relrep.api.run.InvalidInputException;
import relrep.models.layer.DenseLayer;
import relrep.models.layer.Dropout;
import relrep.models.layer.Layer;
import relrep.models.layer.LayerNorm;
import relrep.models.layer.Patching;
import relrep.models.layer.Pointwise;
import relrep.models.layer.Positions;
import relrep.models.layer.Reshape;
import relrep.models.layer.Residual;
import relrep.models.layer.SelfAttention;
import relrep.models.layer.Stack;
import relrep.models.layer.Volume;
import relrep.models.network.Blueprint;
import relrep.models.training.Regimen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The layers of {@code vit}. The encoder has patches, positions, blocks, and a linear layer from
 * all tokens together to the latents. The decoder's linear layer makes all tokens, each with its
 * own weights and constants, so that they need no positions.
 */
record VitBlueprint(Vit.Options options) implements Blueprint<Vit.Options> {
    @Override
    public VitBlueprint with(Vit.Options other) {
        return new VitBlueprint(other);
    }

    @Override
    public Regimen regimen() {
        return options.training().regimen();
    }

    @Override
    public OutputRange range() {
        return options.output().range();
    }

    @Override
    public Stack encoder(Shape samples, int width) {
        Patching patching = patching(samples, true);
        List<Layer> layers = new ArrayList<>();
        layers.add(patching);
        layers.add(new Pointwise(options.dim()));
        layers.add(new Positions());
        drop(layers);
        blocks(options.depth(), layers);
        layers.add(new DenseLayer(width));
        return new Stack(patching.picture(), layers);
    }

    @Override
    public Stack decoder(int width, Shape samples) {
        Patching patching = patching(samples, false);
        Volume patches = patching.tokens();
        Volume tokens = new Volume(patches.height(), patches.width(), options.dim());
        List<Layer> layers = new ArrayList<>();
        layers.add(new DenseLayer(tokens.size()));
        layers.add(options.activation().layer());
        layers.add(new Reshape(tokens));
        blocks(options.decoderDepth(), layers);
        layers.add(new Pointwise(patches.channels()));
        layers.add(options.output().layer());
        layers.add(patching);
        return new Stack(Volume.flat(width), layers);
    }

    @Override
    public Stack classifier(int width, int classes) {
        return Classifier.of(
                new Hidden(false, options.activation(), options.dropout()), width, classes);
    }

    /** Adds blocks, which normalise their inputs, and a normalisation after the last block. */
    private void blocks(int depth, List<Layer> layers) {
        for (int i = 0; i < depth; i++) {
            layers.add(new Residual(attention()));
            layers.add(new Residual(perceptron()));
        }
        if (depth > 0) {
            layers.add(new LayerNorm());
        }
    }

    private List<Layer> attention() {
        List<Layer> branch = new ArrayList<>();
        branch.add(new LayerNorm());
        branch.add(new SelfAttention(options.heads()));
        drop(branch);
        return branch;
    }

    private List<Layer> perceptron() {
        List<Layer> branch = new ArrayList<>();
        branch.add(new LayerNorm());
        branch.add(
                new Pointwise((int) Math.max(1, Math.round(options.mlpRatio() * options.dim()))));
        branch.add(options.activation().layer());
        drop(branch);
        branch.add(new Pointwise(options.dim()));
        drop(branch);
        return branch;
    }

    private void drop(List<Layer> layers) {
        if (options.dropout() > 0) {
            layers.add(new Dropout(options.dropout()));
        }
    }

    private Patching patching(Shape samples, boolean apart) {
        int patch = options.patch();
        if (samples.height() % patch != 0 || samples.width() % patch != 0) {
            throw new InvalidInputException(
                    "patches of %d × %d must tile the picture, and samples are %s; patch can be %s"
                            .formatted(patch, patch, samples, tiling(samples)));
        }
        return new Patching(
                new Volume(samples.height(), samples.width(), samples.channels()), patch, apart);
    }

    private static String tiling(Shape samples) {
        int most = Math.min(samples.height(), samples.width());
        return IntStream.rangeClosed(1, most)
                .filter(p -> samples.height() % p == 0 && samples.width() % p == 0)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
