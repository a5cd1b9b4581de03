package relrep.runtime.experiment;

import relrep.api.report.Figure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The complete definition of an experiment: read from its file, with settings applied, and checked.
 *
 * @param name its name in rows and folders
 * @param kinds the kinds of its chains, in order
 * @param description one sentence
 * @param source the paper and table that it comes from, or empty
 * @param points the grid, in the order of the rows
 * @param networks the networks to train
 * @param seeds the seeds; each network is trained once per seed
 * @param validation the share of the training samples held out for early stopping, 0 for none
 * @param between the rule for pairing trained networks
 * @param anchorsIn the network in whose training latents anchors are chosen; empty for the training
 *     samples themselves
 * @param anchorsFrom the dataset among whose training samples anchors are chosen, by network; empty
 *     for the networks' own data
 * @param bridges the bridges by kind, in order; {@code describe} takes absolute and relative ones
 * @param metrics the metrics, in order
 * @param trainMetrics the metrics of outputs that are measured on training samples as well
 * @param controls the control rows, used where they apply
 * @param figures the figures; empty when the file names none
 * @param where the place of the file
 * @param plain everything as plain maps, lists, strings and numbers, claims and published numbers
 *     included
 */
public record Definition(
        String name,
        Set<ChainKind> kinds,
        String description,
        String source,
        List<Point> points,
        List<NetworkEntry> networks,
        List<Long> seeds,
        double validation,
        PairingRule between,
        Optional<String> anchorsIn,
        Map<String, LocatedExpression> anchorsFrom,
        Map<ChainKind, List<Bridge>> bridges,
        List<Measure> metrics,
        List<LocatedExpression> trainMetrics,
        Set<Control> controls,
        List<Figure> figures,
        SourceLocation where,
        Map<String, Object> plain) {
    /** Keeps copies. */
    public Definition {
        points = List.copyOf(points);
        networks = List.copyOf(networks);
        seeds = List.copyOf(seeds);
        anchorsFrom = Map.copyOf(anchorsFrom);
        bridges = Map.copyOf(bridges);
        metrics = List.copyOf(metrics);
        trainMetrics = List.copyOf(trainMetrics);
        figures = List.copyOf(figures);
        plain = Collections.unmodifiableMap(new LinkedHashMap<>(plain));
    }

    /** Returns whether a kind uses relative spaces. */
    public boolean relative(ChainKind kind) {
        return bridges.getOrDefault(kind, List.of()).contains(new Bridge.Relative())
                || !endToEnd(kind).isEmpty()
                || (kind == ChainKind.STITCH
                        && (controls.contains(Control.OWN_RELATIVE)
                                || controls.contains(Control.OWN_RELATIVE_END_TO_END)));
    }

    /** Returns the end-to-end bridges of a kind. */
    public List<Bridge.EndToEnd> endToEnd(ChainKind kind) {
        return bridges.getOrDefault(kind, List.of()).stream()
                .filter(Bridge.EndToEnd.class::isInstance)
                .map(Bridge.EndToEnd.class::cast)
                .toList();
    }

    /**
     * A metric of an experiment.
     *
     * @param metric the metric
     * @param kinds the kinds that it is for; all kinds unless the file restricts them
     */
    public record Measure(LocatedExpression metric, Set<ChainKind> kinds) {}
}
