package relrep.models.architecture;

import relrep.api.data.Shape;
import relrep.api.model.OutputRange;
import relrep.models.layer.DenseLayer;
import relrep.models.layer.Layer;
import relrep.models.layer.Stack;
import relrep.models.layer.Volume;
import relrep.models.network.Blueprint;
import relrep.models.training.Regimen;

import java.util.ArrayList;
import java.util.List;

/** The layers of {@code dense}: fully connected layers between samples and latents. */
record DenseBlueprint(relrep.models.architecture.Dense.Options options)
        implements Blueprint<relrep.models.architecture.Dense.Options> {
    @Override
    public DenseBlueprint with(relrep.models.architecture.Dense.Options other) {
        return new DenseBlueprint(other);
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
        List<Layer> layers = new ArrayList<>();
        options.hidden().forEach(size -> options.between().add(new DenseLayer(size), layers));
        layers.add(new DenseLayer(width));
        return options.latent().of(new Stack(Volume.flat(samples.size()), layers));
    }

    @Override
    public Stack decoder(int width, Shape samples) {
        List<Layer> layers = new ArrayList<>();
        for (int i = options.hidden().size() - 1; i >= 0; i--) {
            options.between().add(new DenseLayer(options.hidden().get(i)), layers);
        }
        layers.add(new DenseLayer(samples.size()));
        layers.add(options.output().layer());
        return new Stack(Volume.flat(width), layers);
    }

    @Override
    public Stack classifier(int width, int classes) {
        return Classifier.of(options.between(), width, classes);
    }
}
