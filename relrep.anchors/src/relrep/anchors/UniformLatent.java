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

import java.util.random.RandomGenerator;

/**
 * Selects the samples nearest to points that are drawn uniformly in the bounding box of the
 * latents. In the order of drawing, each point takes the nearest sample that is still free, the
 * first among equals.
 *
 * <p>Source: Lähner &amp; Moeller, On the Direct Alignment of Latent Spaces, UniReps 2023, section
 * 4.2.2, who suggest uniform samples of the latent space as a replacement for class means.
 */
@Component(service = AnchorSelector.class)
@Plugin(
        name = "uniform-latent",
        description = "samples nearest to points drawn uniformly in the box of the latents",
        source = "Lähner & Moeller, On the Direct Alignment of Latent Spaces, UniReps 2023")
public final class UniformLatent
        implements AnchorSelector, Tunable<AnchorSelector, UniformLatent.Options> {
    private final Options options;

    /** Makes the selector with its defaults: 300 anchors. */
    @Activate
    public UniformLatent() {
        this(new Options(300));
    }

    private UniformLatent(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public AnchorSelector with(Options changed) {
        return new UniformLatent(changed);
    }

    @Override
    public Anchors select(Space space, Run run) {
        int k = options.count();
        Count.require(k, space);
        space.latents().requireFinite("the latents of '%s'".formatted(space.name()));
        Scan scan = new Scan(space.latents());
        float[][] box = box(scan, space.width());
        RandomGenerator random = run.seed().random();
        boolean[] taken = new boolean[space.size()];
        int[] rows = new int[k];
        for (int i = 0; i < k; i++) {
            rows[i] = nearest(scan, point(box, random), taken);
            taken[rows[i]] = true;
            run.step(i + 1, k);
        }
        return Anchors.ofRows(rows);
    }

    /** Returns the least and the largest value of each coordinate. */
    private static float[][] box(Scan scan, int width) {
        float[][] box = new float[2][width];
        scan.each(
                (row, block, at) -> {
                    for (int j = 0; j < width; j++) {
                        float value = block[at + j];
                        box[0][j] = row == 0 ? value : Math.min(box[0][j], value);
                        box[1][j] = row == 0 ? value : Math.max(box[1][j], value);
                    }
                });
        return box;
    }

    private static float[] point(float[][] box, RandomGenerator random) {
        float[] point = new float[box[0].length];
        for (int j = 0; j < point.length; j++) {
            point[j] = (float) (box[0][j] + random.nextDouble() * ((double) box[1][j] - box[0][j]));
        }
        return point;
    }

    private static int nearest(Scan scan, float[] point, boolean[] taken) {
        int[] nearest = {-1};
        double[] least = {Double.POSITIVE_INFINITY};
        scan.each(
                (row, block, at) -> {
                    double squared =
                            taken[row] ? least[0] : scan.squared(block, at, point, least[0]);
                    if (!taken[row] && (nearest[0] < 0 || squared < least[0])) {
                        least[0] = squared;
                        nearest[0] = row;
                    }
                });
        return nearest[0];
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
