package relrep.workbench.plugins;

import relrep.api.alignment.Aligner;
import relrep.api.data.AnchorSelector;
import relrep.api.data.Dataset;
import relrep.api.experiment.Experiment;
import relrep.api.file.VectorFormat;
import relrep.api.metric.Metric;
import relrep.api.metric.OutputMetric;
import relrep.api.metric.PairMetric;
import relrep.api.metric.SpaceMetric;
import relrep.api.model.Architecture;
import relrep.api.model.DecoderArchitecture;
import relrep.api.model.Encoder;
import relrep.api.model.Penalty;
import relrep.api.report.Reporter;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.PointSimilarity;
import relrep.api.similarity.Similarity;
import relrep.api.transform.Transform;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The kinds of plugins: one constant for each contract of the API that has a name.
 *
 * <p>A contract has several service types where bnd registers a component under the interface that
 * its class names. For example, a {@link PointSimilarity} is a similarity even though its service
 * may not list {@code Similarity}.
 */
public enum Kind {
    /** Makes relative representations. */
    SIMILARITY(
            "similarity",
            "similarities",
            Similarity.class,
            PointSimilarity.class,
            DifferentiableSimilarity.class),
    /** Fits a map from one space to another. */
    ALIGNER("aligner", "aligners", Aligner.class),
    /** Prepares the latents of one space. */
    TRANSFORM("transform", "transforms", Transform.class),
    /** Chooses anchors. */
    ANCHOR_SELECTOR("anchor selector", "anchor selectors", AnchorSelector.class),
    /** Loads samples. */
    DATASET("dataset", "datasets", Dataset.class),
    /** Trains networks. */
    ARCHITECTURE("architecture", "architectures", Architecture.class, DecoderArchitecture.class),
    /** Adds a term to the loss of networks. */
    PENALTY("penalty", "penalties", Penalty.class),
    /** Turns samples into latents, without training. */
    ENCODER("encoder", "encoders", Encoder.class),
    /** Measures spaces or outputs. */
    METRIC("metric", "metrics", SpaceMetric.class, PairMetric.class, OutputMetric.class),
    /** Runs and returns rows. */
    EXPERIMENT("experiment", "experiments", Experiment.class),
    /** Writes tables and pictures of a run. */
    REPORTER("reporter", "reporters", Reporter.class),
    /** Reads and writes files of vectors. */
    VECTOR_FORMAT("vector format", "vector formats", VectorFormat.class);

    private final String word;
    private final String plural;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, immutable
    private final List<Class<?>> contracts;

    Kind(String word, String plural, Class<?>... contracts) {
        this.word = word;
        this.plural = plural;
        this.contracts = List.of(contracts);
    }

    /** Returns its name in sentences: {@code anchor selector}. */
    public String word() {
        return word;
    }

    /** Returns its plural: {@code anchor selectors}. */
    public String plural() {
        return plural;
    }

    /** Returns its name in commands: {@code anchor-selector}. */
    public String key() {
        return word.replace(' ', '-');
    }

    /** Returns the service types that plugins of this kind are registered under. */
    public List<Class<?>> contracts() {
        return contracts;
    }

    /** Returns the contract that every plugin of this kind has, whatever it is registered under. */
    public Class<?> contract() {
        return switch (this) {
            case METRIC -> Metric.class;
            case ARCHITECTURE -> DecoderArchitecture.class;
            default -> contracts.get(0);
        };
    }

    /**
     * Returns the kind of a contract.
     *
     * @throws IllegalArgumentException when no kind has this contract
     */
    public static Kind of(Class<?> contract) {
        return Arrays.stream(values())
                .filter(kind -> kind.contracts.contains(contract))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no kind of plugin has the contract " + contract));
    }

    /**
     * Returns the kind with a name in the singular or the plural.
     *
     * @throws InvalidInputException when there is none; the message gives the nearest name
     */
    public static Kind of(String text) {
        for (Kind kind : values()) {
            if (text.equals(kind.key()) || text.equals(kind.plural.replace(' ', '-'))) {
                return kind;
            }
        }
        List<String> keys = Arrays.stream(values()).map(Kind::key).collect(Collectors.toList());
        throw new InvalidInputException(
                "unknown kind '%s'; %s".formatted(text, Nearest.choice(text, keys)));
    }
}
