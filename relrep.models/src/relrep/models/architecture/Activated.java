package relrep.models.architecture;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.data.Content;
import relrep.api.data.DataPlaces;
import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Encoder;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Plugins;
import relrep.api.plugin.Tunable;
import relrep.api.run.Run;

import java.util.List;
import java.util.Map;

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
public final class Activated implements Encoder, Tunable<Encoder, Activated.Options> {
    private final Plugins plugins;
    private final Options options;
    private final Encoder inner;

    /** Makes the plugin with its defaults: ReLU on a random projection. */
    @Activate
    public Activated(@Reference Plugins plugins) {
        this(plugins, new Options("random-projection", PointFunction.RELU));
    }

    private Activated(Plugins plugins, Options options) {
        this.plugins = plugins;
        this.options = options;
        this.inner = plugins.get(Encoder.class, options.inner());
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
    public int width() {
        return inner.width();
    }

    @Override
    public Content takes() {
        return inner.takes();
    }

    @Override
    public void prepare(DataPlaces places, Run run) {
        inner.prepare(places, run);
    }

    @Override
    public Matrix encode(Inputs inputs) {
        Matrix latents = inner.encode(inputs);
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

    @Override
    public List<String> notes(Inputs inputs) {
        return inner.notes(inputs);
    }

    @Override
    public Map<String, String> checksums() {
        return inner.checksums();
    }
}
