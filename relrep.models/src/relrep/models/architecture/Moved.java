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
import relrep.api.run.Seed;

/**
 * Another encoder whose latents go through a random linear map. The two spaces differ by a known
 * map, so it is seen which similarities and metrics notice it, and by how much.
 */
@Component(service = Encoder.class)
@Plugin(
        name = "moved",
        description = "another encoder behind a random linear map of a known kind: a control",
        source =
                "García-Castellanos et al., Relative representations: topological and geometric"
                        + " perspectives, 2024, on the intertwiner groups of Godfrey et al., 2022")
public final class Moved extends EncoderBehind implements Tunable<Encoder, Moved.Options> {
    private final Plugins plugins;
    private final Options options;
    private volatile RandomMap map;

    /** Makes the plugin with its defaults: a random projection, rotated. */
    @Activate
    public Moved(@Reference Plugins plugins) {
        this(plugins, new Options("random-projection", RandomMap.Family.ORTHOGONAL, 1));
    }

    private Moved(Plugins plugins, Options options) {
        super(plugins.get(Encoder.class, options.inner()));
        this.plugins = plugins;
        this.options = options;
    }

    /**
     * The options of {@code moved}.
     *
     * @param inner the expression of an encoder
     * @param by the kind of map
     * @param seed of the map
     */
    public record Options(
            @Option(
                            value = "the encoder that is moved, random-projection(width=24)",
                            plugin = Encoder.class)
                    String inner,
            @Option(
                            "the kind of map: orthogonal (rotation or reflection), permutation,"
                                    + " positive-diagonal (a positive factor for each coordinate),"
                                    + " positive-monomial (both), signed-permutation, or linear")
                    RandomMap.Family by,
            @Option(value = "seed of the map", min = 0) long seed) {
        /** Checks the seed. */
        public Options {
            new Range(Options.class).require("seed", seed);
        }
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Moved with(Options other) {
        return new Moved(plugins, other);
    }

    @Override
    Matrix changed(Matrix latents) {
        return map().apply(latents);
    }

    private RandomMap map() {
        RandomMap made = map;
        if (made == null) {
            made = RandomMap.of(options.by(), width(), Seed.of(options.seed()));
            map = made;
        }
        return made;
    }
}
