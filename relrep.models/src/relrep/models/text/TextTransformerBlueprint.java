package relrep.models.text;

import relrep.api.data.Shape;
import relrep.api.model.OutputRange;
import relrep.api.run.InvalidInputException;
import relrep.models.layer.DenseLayer;
import relrep.models.layer.Dropout;
import relrep.models.layer.Layer;
import relrep.models.layer.LayerNorm;
import relrep.models.layer.Pointwise;
import relrep.models.layer.Positions;
import relrep.models.layer.Residual;
import relrep.models.layer.SelfAttention;
import relrep.models.layer.Stack;
import relrep.models.layer.TokenEmbedding;
import relrep.models.layer.TokenMean;
import relrep.models.layer.Volume;
import relrep.models.network.Blueprint;
import relrep.models.training.Regimen;

import java.util.ArrayList;
import java.util.List;

/** The layers of {@code text-transformer}. */
record TextTransformerBlueprint(TextTransformer.Options options)
        implements Blueprint<TextTransformer.Options> {
    @Override
    public TextTransformerBlueprint with(TextTransformer.Options other) {
        return new TextTransformerBlueprint(other);
    }

    @Override
    public Regimen regimen() {
        return options.training().regimen();
    }

    @Override
    public OutputRange range() {
        return OutputRange.ALL;
    }

    @Override
    public Stack encoder(Shape samples, int width) {
        List<Layer> layers = new ArrayList<>();
        layers.add(
                new TokenEmbedding(
                        options.words().ids(), options.dim(), Math.sqrt(3) * options.spread()));
        layers.add(new Positions());
        drop(layers);
        for (int i = 0; i < options.depth(); i++) {
            layers.add(new Residual(attention()));
            layers.add(new Residual(perceptron()));
        }
        layers.add(new LayerNorm());
        layers.add(new TokenMean());
        layers.add(new DenseLayer(width));
        layers.add(new LayerNorm());
        return new Stack(Volume.flat(samples.size()), layers);
    }

    private List<Layer> attention() {
        List<Layer> branch = new ArrayList<>();
        branch.add(new LayerNorm());
        branch.add(new SelfAttention(options.heads(), true));
        drop(branch);
        return branch;
    }

    private List<Layer> perceptron() {
        List<Layer> branch = new ArrayList<>();
        branch.add(new LayerNorm());
        branch.add(new Pointwise(2 * options.dim()));
        branch.add(options.activation().layer());
        branch.add(new Pointwise(options.dim()));
        drop(branch);
        return branch;
    }

    private void drop(List<Layer> layers) {
        if (options.dropout() > 0) {
            layers.add(new Dropout(options.dropout()));
        }
    }

    @Override
    public Stack decoder(int width, Shape samples) {
        throw new InvalidInputException("texts cannot be reconstructed");
    }

    @Override
    public Stack classifier(int width, int classes) {
        return new Stack(Volume.flat(width), List.of(new DenseLayer(classes)));
    }
}
