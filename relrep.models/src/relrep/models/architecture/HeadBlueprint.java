package relrep.models.architecture;

import relrep.api.data.Shape;
import relrep.api.model.OutputRange;
import relrep.api.run.InvalidInputException;
import relrep.models.layer.DenseLayer;
import relrep.models.layer.Dropout;
import relrep.models.layer.Layer;
import relrep.models.layer.LayerNorm;
import relrep.models.layer.Stack;
import relrep.models.layer.Volume;
import relrep.models.network.Blueprint;
import relrep.models.training.Regimen;

import java.util.ArrayList;
import java.util.List;

/** The layers of {@code head}: hidden layers with normalised outputs, and one linear layer. */
record HeadBlueprint(Head.Options options) implements Blueprint<Head.Options> {
    @Override
    public HeadBlueprint with(Head.Options other) {
        return new HeadBlueprint(other);
    }

    @Override
    public Regimen regimen() {
        return options.training().regimen();
    }

    @Override
    public OutputRange range() {
        return options.output().range();
    }

    /** Refuses: a head has no encoder. */
    @Override
    public Stack encoder(Shape samples, int width) {
        throw new InvalidInputException(
                "a head is trained on given latents; a network needs an encoder or an architecture"
                        + " that trains one");
    }

    @Override
    public Stack decoder(int width, Shape samples) {
        return layers(width, samples.size());
    }

    @Override
    public Stack classifier(int width, int classes) {
        return layers(width, classes);
    }

    private Stack layers(int width, int outputs) {
        List<Layer> layers = new ArrayList<>();
        if (options.layers() > 0 && options.normalised() != Normalisation.NONE) {
            layers.add(new LayerNorm());
        }
        for (int i = 0; i < options.layers(); i++) {
            layers.add(new DenseLayer(options.hidden() == 0 ? width : options.hidden()));
            layers.add(options.activation().layer());
            options.normalised().layer().ifPresent(layers::add);
            if (options.dropout() > 0) {
                layers.add(new Dropout(options.dropout()));
            }
        }
        layers.add(new DenseLayer(outputs));
        layers.add(options.output().layer());
        return new Stack(Volume.flat(width), layers);
    }
}
