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
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.kernels.linear.CanonicalCorrelations;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Singular vector canonical correlation, 0 to 1: the mean of canonical correlations between the
 * leading directions of two spaces. Three different numbers have this name. They leave out the
 * smallest correlations beyond a share of their sum, or the directions of each space with little
 * variance, or all but the first few directions. Details: the number of directions taken from each
 * space, and the number of correlations in the mean. Widths may differ. A space that fills all
 * directions in which its centred samples can differ is refused, since it would correlate perfectly
 * with any other. The small constants of other implementations (1e-6 on covariances) are left out.
 *
 * <p>Source: Raghu et al., SVCCA: singular vector canonical correlation analysis for deep learning
 * dynamics and interpretability, NeurIPS 2017.
 */
@Component(service = PairMetric.class)
@Plugin(
        name = "svcca",
        description = "mean canonical correlation of the main directions of two spaces",
        source = "Raghu et al., SVCCA, NeurIPS 2017")
public final class Svcca implements PairMetric, Tunable<PairMetric, Svcca.Options> {
    private final Options options;

    /**
     * Makes the metric with its defaults: all directions, and the leading correlations that make up
     * 98 % of their sum.
     */
    @Activate
    public Svcca() {
        this(new Options(.98, 1, 0, false));
    }

    private Svcca(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public PairMetric with(Options changed) {
        return new Svcca(changed);
    }

    private boolean few() {
        return options.directions() > 0;
    }

    @Override
    public MetricTraits traits() {
        return few()
                ? new MetricTraits(
                        Direction.HIGHER_IS_BETTER, 0, 1, Set.of(), options.directions() + 2)
                : new MetricTraits(
                        Direction.HIGHER_IS_BETTER, 0, 1, Set.of(Need.MORE_SAMPLES_THAN_WIDTH), 3);
    }

    @Override
    public Set<Invariance> invariances() {
        if (!few() && options.variance() == 1) {
            return EnumSet.allOf(Invariance.class);
        }
        Set<Invariance> invariances =
                EnumSet.of(
                        Invariance.PERMUTATION,
                        Invariance.ISOTROPIC_SCALING,
                        Invariance.TRANSLATION);
        invariances.add(options.standardise() ? Invariance.AXIS_SCALING : Invariance.ORTHOGONAL);
        return invariances;
    }

    @Override
    public Score measure(Space source, Space target, Run run) {
        Paired.require(traits(), source, target);
        CanonicalCorrelations found =
                few() || options.variance() < 1 || options.standardise()
                        ? Span.correlations(source, target, options.standardise(), this::kept)
                        : Span.all(source, target);
        Span.requireRoom(source, few() ? found.left().taken() : found.left().rank());
        Span.requireRoom(target, few() ? found.right().taken() : found.right().rank());
        double[] values = found.values();
        int count = reaching(options.sum(), values);
        Map<String, Double> details = new LinkedHashMap<>();
        details.put("directions, source", (double) found.left().taken());
        details.put("directions, target", (double) found.right().taken());
        details.put("correlations", (double) count);
        return new Score(
                Arrays.stream(values).limit(count).average().orElseThrow(), new float[0], details);
    }

    private int kept(double... values) {
        double[] squares = Arrays.stream(values).map(v -> v * v).toArray();
        int most = few() ? options.directions() : values.length;
        return Math.min(most, reaching(options.variance(), squares));
    }

    /** Returns the number of leading values that make up a share of their sum. */
    private static int reaching(double share, double... values) {
        double enough = share * Arrays.stream(values).sum();
        double sum = 0;
        int count = 0;
        while (count < values.length && (count == 0 || share == 1 || sum < enough)) {
            sum += values[count++];
        }
        return count;
    }

    /**
     * The options that decide what is left out. Other implementations correspond to these values:
     * latentis and google/svcca have {@code sum=.98}; anatome has {@code sum=1, variance=.99};
     * platonic-rep has {@code sum=1, directions=10, standardise=true}.
     *
     * @param sum the share of the correlations' sum that is averaged
     * @param variance the share of each space's variance that is kept
     * @param directions the greatest number of directions kept, 0 for all
     * @param standardise whether coordinates are divided by their standard deviations
     */
    public record Options(
            @Option(
                            value =
                                    "the share of the correlations' sum that the averaged ones make"
                                            + " up; .98 in latentis and google/svcca, 1 (all of"
                                            + " them) in anatome and platonic-rep",
                            min = 0,
                            max = 1)
                    double sum,
            @Option(
                            value =
                                    "the share of its variance that the directions kept of a space"
                                            + " make up; .99 in anatome, 1 (all of them)"
                                            + " elsewhere",
                            min = 0,
                            max = 1)
                    double variance,
            @Option(
                            value =
                                    "how many directions of each space are kept at most; 10 in"
                                            + " platonic-rep, 0 (all of them) elsewhere",
                            min = 0)
                    int directions,
            @Option(
                            "whether coordinates are divided by their standard deviations first,"
                                    + " which decides what is cut; true in platonic-rep")
                    boolean standardise) {
        /** Checks the shares. */
        public Options {
            requireShare("sum", sum);
            requireShare("variance", variance);
            if (directions < 0) {
                throw new InvalidInputException("directions must be at least 0, not " + directions);
            }
        }

        private static void requireShare(String name, double share) {
            if (!(share >= 0 && share <= 1)) {
                throw new InvalidInputException(name + " must be 0 to 1, not " + share);
            }
        }
    }
}
