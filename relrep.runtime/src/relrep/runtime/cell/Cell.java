package relrep.runtime.cell;

import relrep.api.model.Objective;
import relrep.api.run.Seed;
import relrep.runtime.experiment.ChainKind;
import relrep.runtime.experiment.LocatedExpression;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One chain with all settings fixed: the smallest piece of an experiment that is computed, cached
 * and repeated as a whole.
 *
 * @param kind the kind of chain
 * @param data the dataset; its test samples are measured
 * @param objective the aim of the networks' training
 * @param source the network whose encoder is used, if there is one
 * @param target the network whose space or decoder is used, if there is one
 * @param widths the source's and the target's width, for a control row without networks
 * @param link the bridge between source and target
 * @param metrics the metrics, in order
 * @param trainMetrics the metrics that are measured on training samples as well
 */
public record Cell(
        ChainKind kind,
        LocatedExpression data,
        Objective objective,
        Optional<NetworkSpec> source,
        Optional<NetworkSpec> target,
        Widths widths,
        CellBridge link,
        List<LocatedExpression> metrics,
        List<LocatedExpression> trainMetrics) {
    /** The columns of every row before {@code metric} and {@code value}, in order. */
    public static final List<String> COLUMNS =
            List.of(
                    "experiment",
                    "dataset",
                    "architecture",
                    "target_architecture",
                    "source",
                    "target",
                    "source_seed",
                    "target_seed",
                    "width",
                    "target_width",
                    "anchors",
                    "bridge",
                    "similarity");

    /** The columns after {@code value}. */
    public static final List<String> MORE =
            List.of("kind", "objective", "selector", "anchor_seed", "note");

    /** The column of the target's dataset, in experiments whose networks have different ones. */
    public static final String TARGET_DATASET = "target_dataset";

    /** The column of what prepared the latents, in experiments with transforms. */
    public static final String TRANSFORM = "transform";

    /** The column of what prepared the relative vectors, in experiments with such transforms. */
    public static final String RELATIVE_TRANSFORM = "relative_transform";

    /**
     * The widths of a row without networks.
     *
     * @param source of the source's latents
     * @param target of the target's latents
     */
    public record Widths(OptionalInt source, OptionalInt target) {
        /** No widths. */
        public static final Widths NONE = new Widths(OptionalInt.empty(), OptionalInt.empty());
    }

    /** Keeps a copy of the metrics. */
    public Cell {
        metrics = List.copyOf(metrics);
        trainMetrics = List.copyOf(trainMetrics);
    }

    /** Returns the branch of the randomness of fits and metrics. */
    public Seed branch() {
        Seed from = source.map(NetworkSpec::branch).orElse(Seed.of(0));
        return from.branch(target.map(NetworkSpec::label).orElse("alone"))
                .branch(kind.word())
                .branch(link.column());
    }

    /**
     * Returns the settings by column name.
     *
     * @param experiment the experiment's name
     * @param anchors the number of anchors, if it is known
     */
    public Map<String, String> factors(String experiment, OptionalInt anchors) {
        Map<String, String> all = new LinkedHashMap<>();
        COLUMNS.forEach(column -> all.put(column, ""));
        MORE.forEach(column -> all.put(column, ""));
        all.put("experiment", experiment);
        all.put("dataset", data.toString());
        source.ifPresent(network -> end(all, network, "", "source"));
        target.ifPresent(network -> end(all, network, "target_", "target"));
        targetData().ifPresent(other -> all.put(TARGET_DATASET, other.toString()));
        widths.source().ifPresent(width -> all.put("width", Integer.toString(width)));
        widths.target().ifPresent(width -> all.put("target_width", Integer.toString(width)));
        bridge(all);
        anchors.ifPresent(count -> all.put("anchors", Integer.toString(count)));
        all.put("kind", kind.word());
        all.put("objective", objective.name().toLowerCase(Locale.ROOT));
        return all;
    }

    /** Returns the target's dataset, if it is not the source's. */
    public Optional<LocatedExpression> targetData() {
        return target.map(NetworkSpec::data).filter(other -> !other.equals(data));
    }

    /**
     * Adds one end's columns. The network of a control row does not belong to the experiment, so it
     * has no name and no seed.
     */
    private void end(Map<String, String> all, NetworkSpec network, String prefix, String column) {
        all.put(prefix + "architecture", network.architecture().toString());
        all.put(prefix + "width", Integer.toString(network.width()));
        if (!(link instanceof CellBridge.Plain)) {
            all.put(column, network.name());
            all.put(column + "_seed", Long.toString(network.seed()));
        }
    }

    /**
     * Returns whether the row has an entry in the column {@code bridge}. A description has one only
     * if its network was trained end to end.
     */
    private boolean named() {
        return kind != ChainKind.DESCRIBE || link instanceof CellBridge.EndToEnd;
    }

    private void bridge(Map<String, String> all) {
        if (named()) {
            all.put("bridge", link.column());
        } else if (source.isEmpty()) {
            all.put("source", link.column());
        }
        if (link instanceof CellBridge.Floor floor) {
            all.put("architecture", floor.architecture().toString());
            all.put("target_architecture", floor.architecture().toString());
        }
        link.relative().ifPresent(how -> all.put("similarity", how.similarity().toString()));
        put(all, TRANSFORM, link.transforms());
        put(all, RELATIVE_TRANSFORM, relativeTransforms());
        link.anchors()
                .ifPresent(
                        chosen -> {
                            all.put("selector", chosen.selector().toString());
                            all.put("anchor_seed", Long.toString(chosen.seed()));
                        });
    }

    /** Returns what prepares the relative vectors. */
    private List<LocatedExpression> relativeTransforms() {
        return link.relative().map(RelativeSpec::after).orElse(List.of());
    }

    private static void put(
            Map<String, String> all, String column, List<LocatedExpression> transforms) {
        if (!transforms.isEmpty()) {
            all.put(
                    column,
                    transforms.stream()
                            .map(LocatedExpression::toString)
                            .collect(Collectors.joining("+")));
        }
    }

    /** Returns the columns of transforms that it fills. */
    public Set<String> transformColumns() {
        Set<String> columns = new LinkedHashSet<>();
        if (!link.transforms().isEmpty()) {
            columns.add(TRANSFORM);
        }
        if (!relativeTransforms().isEmpty()) {
            columns.add(RELATIVE_TRANSFORM);
        }
        return columns;
    }

    /** Returns its name in messages and the progress display. */
    public String label() {
        String between = link instanceof CellBridge.Plain ? "" : ends();
        String how = named() || source.isEmpty() ? link.column() : "";
        String relative = link.relative().map(spec -> " by " + spec.similarity()).orElse("");
        return (kind.word() + " " + between + " " + how + relative).replaceAll(" +", " ").strip();
    }

    private String ends() {
        return source.map(network -> network.plain().label()).orElse("")
                + target.filter(end -> !source.equals(target))
                        .map(end -> " → " + end.plain().label())
                        .orElse("");
    }
}
