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

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Selects the first samples, which are the most frequent words in files sorted by frequency. Or it
 * draws at random among the first ones.
 */
@Component(service = AnchorSelector.class)
@Plugin(
        name = "frequent",
        description = "the first samples in the file, which in word vectors are the most frequent",
        source = "Moschella et al., ICLR 2023, on the choice of anchors: the top of the vocabulary")
public final class Frequent implements AnchorSelector, Tunable<AnchorSelector, Frequent.Options> {
    private final Options options;

    /** Makes the selector with its defaults: the first 300. */
    @Activate
    public Frequent() {
        this(new Options(300, 0));
    }

    private Frequent(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public AnchorSelector with(Options changed) {
        return new Frequent(changed);
    }

    @Override
    public Anchors select(Space space, Run run) {
        Count.require(options.count(), space);
        if (options.among() == 0) {
            return Anchors.ofRows(IntStream.range(0, options.count()).toArray());
        }
        int[] order = run.seed().permutation(Math.min(options.among(), space.size()));
        return Anchors.ofRows(Arrays.copyOf(order, options.count()));
    }

    /**
     * The options of the choice.
     *
     * @param count the number of anchors
     * @param among the number of samples that are drawn from
     */
    public record Options(
            @Option(value = "the number of anchors, k", min = 1) int count,
            @Option(
                            value =
                                    "the anchors are drawn at random among the first so many"
                                            + " samples; 0 takes the first ones themselves",
                            min = 0)
                    int among) {
        /** Checks the numbers: at least one anchor, and enough samples to draw from. */
        public Options {
            Count.require(count);
            if (among != 0 && among < count) {
                throw new InvalidInputException(
                        "among must be 0 or at least count, %d, not %d".formatted(count, among));
            }
        }
    }
}
