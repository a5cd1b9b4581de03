package relrep.models.architecture;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.model.Architecture;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Plugins;
import relrep.models.network.BlueprintArchitecture;

/**
 * The architecture {@code vae}: a variational autoencoder with the layers of another architecture.
 * Its last linear layer gives the mean and the logarithm of the variance of each latent. Training
 * draws a latent from this distribution; encoding returns the mean.
 */
@Component(service = Architecture.class)
@Plugin(
        name = "vae",
        description = "a variational autoencoder on the layers of conv, dense or vit",
        source =
                "Kingma & Welling, Auto-Encoding Variational Bayes, ICLR 2014; the calibrated loss"
                        + " is Rybkin et al., ICML 2021, as Moschella et al. use it")
public final class Vae extends BlueprintArchitecture<Vae.Options> {
    private final Plugins plugins;

    /** Makes the plugin with its defaults: the layers of {@code conv}, a calibrated Gaussian. */
    @Activate
    public Vae(@Reference Plugins plugins) {
        this(plugins, new Options("conv", 1, Likelihood.CALIBRATED));
    }

    private Vae(Plugins plugins, Options options) {
        super(new VariationalBlueprint(plugins, options));
        this.plugins = plugins;
    }

    @Override
    public Vae with(Options other) {
        return new Vae(plugins, other);
    }

    /** The likelihoods of a sample given the decoder's output. */
    public enum Likelihood {
        /** A Gaussian with the variance of the batch's errors. */
        CALIBRATED,
        /** A Gaussian with variance 1: the loss is the mean squared error. */
        MSE
    }

    /**
     * The options of {@code vae}.
     *
     * @param inner the expression of an architecture of layers
     * @param klWeight the weight of the divergence
     * @param loss the likelihood that gives the loss of a reconstruction
     */
    public record Options(
            @Option(
                            value =
                                    "the architecture whose layers, and options of training, are"
                                            + " taken: conv(layout=official), dense",
                            plugin = Architecture.class)
                    String inner,
            @Option(
                            value =
                                    "weight of the divergence from the standard normal"
                                            + " distribution; 1 is the evidence lower bound, 0"
                                            + " leaves the latents free",
                            min = 0,
                            max = 1e6)
                    double klWeight,
            @Option(
                            "calibrated: a Gaussian of the variance that the errors of the batch"
                                    + " have; mse: of variance 1, which lets go of latents that"
                                    + " explain little")
                    Likelihood loss) {
        /** Checks the range of the weight. */
        public Options {
            new Range(Options.class).require("klWeight", klWeight);
        }
    }
}
