package relrep.runtime.experiment;

import relrep.api.report.Figure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An experiment as it will be run: read, laid over, checked.
 *
 * @param name what rows and folders call it
 * @param kinds what its chains do, in order
 * @param description one sentence
 * @param source the paper and table that it comes from, or empty
 * @param points the grid, in the order of the rows
 * @param networks the networks to train
 * @param seeds one training of each network a seed
 * @param validation the part of the training samples that is held out for early stopping, 0 for
 *     none
 * @param between which trained networks are brought together
 * @param anchorsIn the network in whose training latents anchors are chosen; empty for the training
 *     samples themselves
 * @param bridges by kind, in order; {@code describe} knows absolute and relative ones
 * @param metrics what is measured, in order
 * @param controls the control rows wanted, where they apply
 * @param figures what is to be drawn; empty when the file does not say
 * @param where the file
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
        Map<ChainKind, List<Bridge>> bridges,
        List<Measure> metrics,
        Set<Control> controls,
        List<Figure> figures,
        SourceLocation where,
        Map<String, Object> plain) {
    /** Keeps copies. */
    public Definition {
        points = List.copyOf(points);
        networks = List.copyOf(networks);
        seeds = List.copyOf(seeds);
        bridges = Map.copyOf(bridges);
        metrics = List.copyOf(metrics);
        figures = List.copyOf(figures);
        plain = Collections.unmodifiableMap(new LinkedHashMap<>(plain));
    }

    /** Tells whether a kind is wanted with relative spaces. */
    public boolean relative(ChainKind kind) {
        return bridges.getOrDefault(kind, List.of()).contains(new Bridge.Relative())
                || !endToEnd(kind).isEmpty()
                || (kind == ChainKind.STITCH
                        && (controls.contains(Control.OWN_RELATIVE)
                                || controls.contains(Control.OWN_RELATIVE_END_TO_END)));
    }

    /** Returns the bridges of a kind through which networks are trained. */
    public List<Bridge.EndToEnd> endToEnd(ChainKind kind) {
        return bridges.getOrDefault(kind, List.of()).stream()
                .filter(Bridge.EndToEnd.class::isInstance)
                .map(Bridge.EndToEnd.class::cast)
                .toList();
    }

    /**
     * What is measured.
     *
     * @param metric the metric
     * @param kinds the kinds that it was written for; all, unless the file says
     */
    public record Measure(LocatedExpression metric, Set<ChainKind> kinds) {}
}
