package relrep.models.architecture;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.data.Matrix;
import relrep.api.model.Encoder;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Plugins;
import relrep.api.plugin.Tunable;

/**
 * Another encoder with an activation on each of its latents. Behind {@code moved} it gives the
 * activation of a mapped space, so it is seen which maps commute with the activation.
 */
@Component(service = Encoder.class)
@Plugin(
        name = "activated",
        description = "another encoder with an activation on each of its latents: a control",
        source =
                "Godfrey et al., On the symmetries of deep learning models and their internal"
                        + " representations, NeurIPS 2022")
public final class Activated extends EncoderBehind implements Tunable<Encoder, Activated.Options> {
    private final Plugins plugins;
    private final Options options;

    /** Makes the plugin with its defaults: ReLU on a random projection. */
    @Activate
    public Activated(@Reference Plugins plugins) {
        this(plugins, new Options("random-projection", PointFunction.RELU));
    }

    private Activated(Plugins plugins, Options options) {
        super(plugins.get(Encoder.class, options.inner()));
        this.plugins = plugins;
        this.options = options;
    }

    /**
     * The options of {@code activated}.
     *
     * @param inner the expression of an encoder
     * @param activation the function of each latent
     */
    public record Options(
            @Option(value = "the encoder, random-projection(width=8)", plugin = Encoder.class)
                    String inner,
            @Option(
                            "the function of each latent: identity, relu, leaky-relu (slope 0.01),"
                                    + " gelu, sigmoid, tanh, or rbf, exp(-z²)")
                    PointFunction activation) {}

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Activated with(Options other) {
        return new Activated(plugins, other);
    }

    @Override
    Matrix changed(Matrix latents) {
        return Matrix.filled(
                latents.rows(),
                latents.cols(),
                memory -> {
                    for (int i = 0; i < latents.rows(); i++) {
                        for (float value : latents.row(i)) {
                            memory.put((float) options.activation().of(value));
                        }
                    }
                });
    }
}
