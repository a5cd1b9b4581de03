package relrep.models.architecture;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.model.Architecture;
import relrep.api.model.DecodingProblem;
import relrep.api.model.DenoisingArchitecture;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.OutputRange;
import relrep.api.model.TrainedDecoder;
import relrep.api.model.TrainingProblem;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Plugins;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.models.network.AnnotatedNetwork;
import relrep.models.network.Attributes;
import relrep.models.network.PlainDecoder;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The architecture {@code denoising}: another architecture, trained to reconstruct clean samples
 * from noisy ones. Encoding and decoding add no noise. A decoder alone is trained by the inner
 * architecture.
 */
@Component(service = Architecture.class)
@Plugin(
        name = "denoising",
        description = "another architecture, trained to remove noise from samples",
        source =
                "Vincent et al., Extracting and Composing Robust Features with Denoising"
                        + " Autoencoders, ICML 2008; noise 0.3 is Lancione's")
public final class Denoising implements Architecture, Tunable<Architecture, Denoising.Options> {
    private static final String INNER = "denoising.inner";
    private static final String NOISE = "denoising.noise";

    private final Plugins plugins;
    private final Options options;

    /** Makes the plugin with its defaults: {@code dense}, noise of 0.3. */
    @Activate
    public Denoising(@Reference Plugins plugins) {
        this(plugins, new Options("dense", 0.3));
    }

    private Denoising(Plugins plugins, Options options) {
        this.plugins = plugins;
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Denoising with(Options other) {
        return new Denoising(plugins, other);
    }

    private Architecture inner() {
        return plugins.get(Architecture.class, options.inner());
    }

    @Override
    public Network train(TrainingProblem problem, Run run) {
        if (inner() instanceof DenoisingArchitecture inner) {
            Network network = inner.trainOnNoise(problem, options.noise(), run);
            return new AnnotatedNetwork(network, kept(network.state()));
        }
        throw new InvalidInputException(
                "denoising needs an inner architecture that can be trained on noisy samples, which"
                        + " '%s' cannot; conv, dense, vit and pca can".formatted(options.inner()));
    }

    @Override
    public boolean takesPenalties() {
        return inner().takesPenalties();
    }

    @Override
    public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
        TrainedDecoder trained = inner().trainDecoder(problem, run);
        return new PlainDecoder(trained.decoder(), trained.history(), kept(trained.state()));
    }

    private NetworkState kept(NetworkState state) {
        Map<String, String> attributes = new LinkedHashMap<>(state.attributes());
        attributes.put(INNER, options.inner());
        attributes.put(NOISE, String.valueOf(options.noise()));
        return new NetworkState(state.tensors(), attributes);
    }

    private Architecture inner(NetworkState state) {
        String expression = new Attributes(state.attributes()).get(INNER);
        return plugins.get(Architecture.class, expression);
    }

    @Override
    public OutputRange range() {
        return inner().range();
    }

    @Override
    public Network restore(NetworkState state) {
        return new AnnotatedNetwork(inner(state).restore(state), state);
    }

    @Override
    public TrainedDecoder restoreDecoder(NetworkState state) {
        TrainedDecoder made = inner(state).restoreDecoder(state);
        return new PlainDecoder(made.decoder(), made.history(), state);
    }

    /**
     * The options of {@code denoising}.
     *
     * @param inner the expression of an architecture
     * @param noise the standard deviation of the noise
     */
    public record Options(
            @Option(
                            value = "the architecture that is trained, dense(epochs=3)",
                            plugin = Architecture.class)
                    String inner,
            @Option(
                            value =
                                    "standard deviation of the noise, in the unit of the samples;"
                                            + " 0 for none",
                            min = 0,
                            max = 1000)
                    double noise) {
        /** Checks the range of the noise. */
        public Options {
            new Range(Options.class).require("noise", noise);
        }
    }
}
