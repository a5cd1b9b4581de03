package relrep.metrics.pair;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import relrep.api.data.Space;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;
import relrep.api.run.Run;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * The mean canonical correlation of two spaces, 0 to 1. The mean is over the directions of the
 * space that has fewer. Widths may differ. It needs more samples than coordinates: with fewer, all
 * correlations would be 1 for any two spaces, so the spaces are refused. With few more samples,
 * unrelated spaces have a mean square of about {@code max(d, m) / (n − 1)}.
 *
 * <p>Source: Hotelling, Relations between two sets of variates, 1936; Raghu et al., SVCCA, NeurIPS
 * 2017, has the mean, Kornblith et al., ICML 2019, the mean of the squares ({@code R²_CCA}).
 */
@Component(service = PairMetric.class)
@Plugin(
        name = "cca",
        description = "mean canonical correlation of two spaces",
        source = "Hotelling, Relations between two sets of variates, 1936")
public final class Cca implements PairMetric, Tunable<PairMetric, Cca.Options> {
    private final Options options;

    /** Makes the metric with its defaults: the mean of the correlations. */
    @Activate
    public Cca() {
        this(new Options(Summary.MEAN));
    }

    private Cca(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public PairMetric with(Options changed) {
        return new Cca(changed);
    }

    @Override
    public MetricTraits traits() {
        return new MetricTraits(
                Direction.HIGHER_IS_BETTER, 0, 1, Set.of(Need.MORE_SAMPLES_THAN_WIDTH), 3);
    }

    @Override
    public Set<Invariance> invariances() {
        return EnumSet.allOf(Invariance.class);
    }

    @Override
    public Score measure(Space source, Space target, Run run) {
        Paired.require(traits(), source, target);
        double[] values = Span.whole(source, target).values();
        return Score.of(
                Arrays.stream(values)
                        .map(value -> options.summary() == Summary.MEAN ? value : value * value)
                        .average()
                        .orElseThrow());
    }

    /** The quantity that is averaged. */
    public enum Summary {
        /** The correlations. */
        MEAN,
        /** Their squares. */
        MEAN_SQUARE
    }

    /**
     * The options of the mean.
     *
     * @param summary the correlations or their squares
     */
    public record Options(
            @Option(
                            "what is averaged: mean (the correlations; anatome, Raghu et al.),"
                                    + " mean-square (their squares; R2-CCA of Kornblith et al.)")
                    Summary summary) {}
}
