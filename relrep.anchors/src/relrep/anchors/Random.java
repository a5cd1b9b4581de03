package relrep.anchors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.data.AnchorSelector;
import relrep.api.data.Anchors;
import relrep.api.data.Space;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.Run;

import java.util.Arrays;

/**
 * Draws samples uniformly without replacement. Law: with one seed, a smaller count gives the first
 * anchors of a larger one.
 */
@Component(service = AnchorSelector.class)
@Plugin(
        name = "random",
        description = "samples drawn at random, each at most once",
        source =
                "Moschella et al., Relative representations enable zero-shot latent space"
                        + " communication, ICLR 2023, section 3")
public final class Random implements AnchorSelector, Tunable<AnchorSelector, Random.Options> {
    private final Options options;

    /** Makes the selector with its defaults: 300 anchors. */
    @Activate
    public Random() {
        this(new Options(300));
    }

    private Random(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public AnchorSelector with(Options changed) {
        return new Random(changed);
    }

    @Override
    public Anchors select(Space space, Run run) {
        Count.require(options.count(), space);
        int[] order = run.seed().permutation(space.size());
        return Anchors.ofRows(Arrays.copyOf(order, options.count()));
    }

    /**
     * The options of the draw.
     *
     * @param count the number of anchors
     */
    public record Options(@Option(value = "the number of anchors, k", min = 1) int count) {
        /** Checks the number. */
        public Options {
            Count.require(count);
        }
    }
}
