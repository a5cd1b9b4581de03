package relrep.models.text;

import relrep.api.data.Shape;
import relrep.api.model.OutputRange;
import relrep.api.run.InvalidInputException;
import relrep.models.layer.DenseLayer;
import relrep.models.layer.Dropout;
import relrep.models.layer.Layer;
import relrep.models.layer.LayerNorm;
import relrep.models.layer.MeanEmbedding;
import relrep.models.layer.Stack;
import relrep.models.layer.Volume;
import relrep.models.network.Blueprint;
import relrep.models.training.Regimen;

import java.util.ArrayList;
import java.util.List;

/** The layers of {@code text-average}. */
record TextAverageBlueprint(TextAverage.Options options) implements Blueprint<TextAverage.Options> {
    @Override
    public TextAverageBlueprint with(TextAverage.Options other) {
        return new TextAverageBlueprint(other);
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
                new MeanEmbedding(
                        options.words().ids(),
                        options.embedding(),
                        Math.sqrt(3) * options.spread()));
        for (int hidden : options.hidden()) {
            layers.add(new DenseLayer(hidden));
            layers.add(options.activation().layer());
            if (options.dropout() > 0) {
                layers.add(new Dropout(options.dropout()));
            }
        }
        layers.add(new DenseLayer(width));
        layers.add(new LayerNorm());
        return new Stack(Volume.flat(samples.size()), layers);
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
