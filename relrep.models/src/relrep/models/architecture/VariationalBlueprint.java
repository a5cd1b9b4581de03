package relrep.models.architecture;

import relrep.api.data.Matrix;
import relrep.api.data.Shape;
import relrep.api.model.Architecture;
import relrep.api.model.OutputRange;
import relrep.api.plugin.Plugins;
import relrep.api.run.InvalidInputException;
import relrep.models.architecture.Vae.Likelihood;
import relrep.models.layer.DenseLayer;
import relrep.models.layer.Layer;
import relrep.models.layer.Reparameterisation;
import relrep.models.layer.Stack;
import relrep.models.network.Blueprint;
import relrep.models.network.Layered;
import relrep.models.training.CalibratedGaussian;
import relrep.models.training.Loss;
import relrep.models.training.MeanSquares;
import relrep.models.training.Regimen;

import java.util.ArrayList;
import java.util.List;

/**
 * The layers of {@code vae}: those of another blueprint, with random latents between encoder and
 * decoder.
 */
record VariationalBlueprint(Plugins plugins, Vae.Options options)
        implements Blueprint<Vae.Options> {
    private Blueprint<?> inner() {
        if (plugins.get(Architecture.class, options.inner()) instanceof Layered layered) {
            return layered.blueprint();
        }
        throw new InvalidInputException(
                "vae needs an inner architecture that consists of layers, which '%s' does not;"
                                .formatted(options.inner())
                        + " conv, dense and vit do");
    }

    @Override
    public VariationalBlueprint with(Vae.Options other) {
        return new VariationalBlueprint(plugins, other);
    }

    @Override
    public Regimen regimen() {
        return inner().regimen();
    }

    @Override
    public OutputRange range() {
        return plugins.get(Architecture.class, options.inner()).range();
    }

    /**
     * Returns the encoder. Its last linear layer is twice as wide, and only the draw of the latents
     * follows it.
     */
    @Override
    public Stack encoder(Shape samples, int width) {
        Stack twice = inner().encoder(samples, 2 * width);
        List<Layer> layers = new ArrayList<>(twice.layers());
        while (!layers.isEmpty() && !(layers.get(layers.size() - 1) instanceof DenseLayer)) {
            layers.remove(layers.size() - 1);
        }
        layers.add(new Reparameterisation(weight(samples)));
        return new Stack(twice.input(), layers);
    }

    /**
     * Returns the weight of the divergence. The loss is a mean per value but the divergence is per
     * sample, and the squared error is twice the exponent of the Gaussian.
     */
    private double weight(Shape samples) {
        return options.klWeight() * (options.loss() == Likelihood.MSE ? 2.0 : 1.0) / samples.size();
    }

    @Override
    public Stack decoder(int width, Shape samples) {
        return inner().decoder(width, samples);
    }

    @Override
    public Loss loss(Matrix targets) {
        return options.loss() == Likelihood.MSE
                ? new MeanSquares(targets)
                : new CalibratedGaussian(targets);
    }

    @Override
    public Stack classifier(int width, int classes) {
        throw new InvalidInputException(
                "vae can only reconstruct, not classify; conv and dense can do both");
    }
}
