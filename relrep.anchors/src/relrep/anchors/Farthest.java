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

/**
 * Selects farthest points greedily. The first sample is drawn at random; each next one is the
 * farthest from all chosen ones, the first among equals. So the anchors cover the space: the
 * largest distance of a sample from its nearest anchor is at most twice that of the best choice of
 * as many anchors. Law: with one seed, a smaller count gives the first anchors of a larger one.
 * Takes {@code O(nkd)} time and {@code O(n)} memory.
 *
 * <p>Source: Gonzalez, Clustering to minimize the maximum intercluster distance, Theoretical
 * Computer Science 38, 1985; called {@code fps} in the experiments of Moschella et al.
 */
@Component(service = AnchorSelector.class)
@Plugin(
        name = "farthest",
        description = "each anchor as far as possible from all anchors before it",
        source =
                "Gonzalez, Clustering to minimize the maximum intercluster distance, 1985; fps in"
                        + " Moschella et al., ICLR 2023")
public final class Farthest implements AnchorSelector, Tunable<AnchorSelector, Farthest.Options> {
    private final Options options;

    /** Makes the selector with its defaults: 300 anchors by Euclidean distance. */
    @Activate
    public Farthest() {
        this(new Options(300, Distance.EUCLIDEAN));
    }

    private Farthest(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public AnchorSelector with(Options changed) {
        return new Farthest(changed);
    }

    @Override
    public Anchors select(Space space, Run run) {
        int k = options.count();
        Count.require(k, space);
        space.latents().requireFinite("the latents of '%s'".formatted(space.name()));
        Gaps gaps = new Gaps(space.latents(), options.distance());
        int[] rows = new int[k];
        for (int i = 0; i < k; i++) {
            rows[i] = i == 0 ? run.seed().random().nextInt(space.size()) : gaps.widest();
            gaps.take(rows[i]);
            run.step(i + 1, k);
        }
        return Anchors.ofRows(rows);
    }

    /**
     * The options of the choice.
     *
     * @param count the number of anchors
     * @param distance the distance between two samples
     */
    public record Options(
            @Option(value = "the number of anchors, k", min = 1) int count,
            @Option(
                            "how far apart two samples are: euclidean, or cosine where only"
                                    + " directions matter")
                    Distance distance) {
        /** Checks the number. */
        public Options {
            Count.require(count);
        }
    }
}
