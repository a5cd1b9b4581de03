package relrep.anchors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.data.AnchorSelector;
import relrep.api.data.Anchors;
import relrep.api.data.Space;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

/**
 * Selects one anchor for each cluster of a <i>k</i>-means clustering: the sample nearest to the
 * centre, or the mean of the cluster. Centres start by <i>k</i>-means++ and move until no sample
 * changes its cluster; an empty cluster takes the sample that is farthest from its own centre.
 *
 * <p>Source: Lloyd, Least squares quantization in PCM, 1982; Arthur &amp; Vassilvitskii, k-means++:
 * The Advantages of Careful Seeding, 2007.
 */
@Component(service = AnchorSelector.class)
@Plugin(
        name = "k-means",
        description = "one anchor for each cluster of a k-means clustering",
        source =
                "Arthur & Vassilvitskii, k-means++: The Advantages of Careful Seeding, 2007; as"
                        + " kmeans in Moschella et al., ICLR 2023")
public final class KMeans implements AnchorSelector, Tunable<AnchorSelector, KMeans.Options> {
    private final Options options;

    /** Makes the selector with its defaults: 300 clusters, the nearest samples. */
    @Activate
    public KMeans() {
        this(new Options(300, Anchor.NEAREST, 100));
    }

    private KMeans(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public AnchorSelector with(Options changed) {
        return new KMeans(changed);
    }

    @Override
    public Anchors select(Space space, Run run) {
        Count.require(options.count(), space);
        space.latents().requireFinite("the latents of '%s'".formatted(space.name()));
        Clusters clusters =
                Clusters.of(space.latents(), options.count(), options.iterations(), run);
        return switch (options.anchor()) {
            case NEAREST -> Anchors.ofRows(clusters.nearest());
            case MEAN -> Anchors.ofGroups(clusters.groups());
        };
    }

    /** The anchor of a cluster. */
    public enum Anchor {
        /** The sample nearest to its centre, which can be inspected. */
        NEAREST,
        /** The mean of its samples. */
        MEAN
    }

    /**
     * The options of the clustering.
     *
     * @param count the number of anchors
     * @param anchor the anchor of a cluster
     * @param iterations the greatest number of rounds
     */
    public record Options(
            @Option(value = "the number of clusters and anchors, k", min = 1) int count,
            @Option(
                            "what stands for a cluster: nearest, the sample nearest to its centre;"
                                    + " or mean, the mean of its samples")
                    Anchor anchor,
            @Option(value = "the most rounds; fewer when no sample changes its cluster", min = 1)
                    int iterations) {
        /** Checks the numbers: at least one cluster and one round. */
        public Options {
            Count.require(count);
            if (iterations < 1) {
                throw new InvalidInputException("iterations must be 1 or more, not " + iterations);
            }
        }
    }
}
