package relrep.runtime.wiring;

import relrep.api.model.Objective;
import relrep.api.run.InvalidInputException;
import relrep.runtime.cell.Planner;
import relrep.runtime.experiment.Bridge;
import relrep.runtime.experiment.ChainKind;
import relrep.runtime.experiment.Control;
import relrep.runtime.experiment.Definition;
import relrep.runtime.experiment.Definition.Measure;
import relrep.runtime.experiment.LocatedExpression;
import relrep.runtime.experiment.NetworkEntry;
import relrep.runtime.experiment.Point;
import relrep.runtime.experiment.SourceLocation;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.OptionField;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * The plugins that an experiment names.
 *
 * @param uses each expression, at its first place, in reading order
 * @param metrics the kinds of chains that each metric is for, by its name
 */
public record RequiredPlugins(List<Use> uses, Map<String, Set<ChainKind>> metrics) {
    /**
     * A named plugin.
     *
     * @param kind the required kind
     * @param written the name and the options
     * @param either whether an encoder will do as well as an architecture
     */
    public record Use(Kind kind, LocatedExpression written, boolean either) {
        /** Makes a use of one kind. */
        public Use(Kind kind, LocatedExpression written) {
            this(kind, written, false);
        }

        public String name() {
            return written.expression().name();
        }

        /** Returns its name in messages. */
        String label() {
            return (either ? "architecture or encoder" : kind.word()) + " '" + name() + "'";
        }
    }

    /** Returns the plugins that a definition names. */
    public static RequiredPlugins of(Definition definition) {
        RequiredPlugins all = new RequiredPlugins(new ArrayList<>(), new LinkedHashMap<>());
        boolean relative = definition.kinds().stream().anyMatch(definition::relative);
        for (Point point : definition.points()) {
            all.add(Kind.DATASET, point.data());
            point.anchors().ifPresent(anchors -> all.add(Kind.ANCHOR_SELECTOR, anchors));
            if (relative) {
                all.add(Kind.SIMILARITY, point.similarity());
                point.relativeTransforms().forEach(each -> all.add(Kind.TRANSFORM, each));
            }
            point.transforms().forEach(each -> all.add(Kind.TRANSFORM, each));
        }
        for (NetworkEntry network : definition.networks()) {
            all.add(network(network));
            network.decoder().ifPresent(decoder -> all.add(Kind.ARCHITECTURE, decoder));
            network.penalties().forEach(penalty -> all.add(Kind.PENALTY, penalty));
            network.data().ifPresent(data -> all.add(Kind.DATASET, data));
        }
        definition.anchorsFrom().values().forEach(data -> all.add(Kind.DATASET, data));
        if (pca(definition)) {
            all.add(Kind.ARCHITECTURE, Planner.PCA);
        }
        for (List<Bridge> bridges : definition.bridges().values()) {
            for (Bridge bridge : bridges) {
                if (bridge instanceof Bridge.Aligned aligned) {
                    all.add(Kind.ALIGNER, aligned.aligner());
                }
            }
        }
        for (Measure measure : definition.metrics()) {
            all.add(Kind.METRIC, measure.metric());
            all.metrics.putIfAbsent(measure.metric().expression().name(), measure.kinds());
        }
        for (LocatedExpression metric : definition.trainMetrics()) {
            all.add(Kind.METRIC, metric);
            all.metrics.putIfAbsent(metric.expression().name(), Set.of(ChainKind.STITCH));
        }
        return all;
    }

    private static Use network(NetworkEntry network) {
        return switch (network.called()) {
            case NOTHING -> new Use(Kind.ARCHITECTURE, network.plugin(), true);
            case ARCHITECTURE -> new Use(Kind.ARCHITECTURE, network.plugin());
            case ENCODER -> new Use(Kind.ENCODER, network.plugin());
        };
    }

    /** Returns the plugins that an Experiment plugin needs. */
    static RequiredPlugins experiment(LocatedExpression written) {
        return new RequiredPlugins(List.of(new Use(Kind.EXPERIMENT, written)), Map.of());
    }

    /** Returns the expression of an Experiment plugin, as the user named it. */
    static LocatedExpression named(String experiment) {
        return new LocatedExpression(
                Expression.parse(experiment), new SourceLocation(experiment, 0));
    }

    /**
     * Returns these plugins, where a network that is written with a name alone is an encoder if
     * there is an encoder of that name and no architecture.
     *
     * @param installed returns whether there is a plugin of a kind with a name
     */
    public RequiredPlugins resolved(BiPredicate<Kind, String> installed) {
        RequiredPlugins all = new RequiredPlugins(new ArrayList<>(), metrics);
        for (Use use : uses) {
            boolean encoder =
                    use.either()
                            && !installed.test(Kind.ARCHITECTURE, use.name())
                            && installed.test(Kind.ENCODER, use.name());
            all.add(encoder ? new Use(Kind.ENCODER, use.written()) : use);
        }
        return all;
    }

    /**
     * Returns these plugins and those that their options name.
     *
     * @param named returns the options of an available plugin
     */
    public RequiredPlugins through(Function<Use, List<OptionField>> named) {
        RequiredPlugins all = new RequiredPlugins(new ArrayList<>(uses), metrics);
        for (int i = 0; i < all.uses.size(); i++) {
            Use use = all.uses.get(i);
            for (OptionField field : named.apply(use)) {
                field.plugin().ifPresent(contract -> all.add(contract, field, use.written()));
            }
        }
        return all;
    }

    private void add(Class<?> contract, OptionField field, LocatedExpression written) {
        String text = written.expression().options().getOrDefault(field.name(), field.initial());
        for (String each : field.expressions(text)) {
            try {
                add(
                        Kind.of(contract),
                        new LocatedExpression(Expression.parse(each), written.where()));
            } catch (InvalidInputException refused) {
                throw written.where().refuse(refused, "%s", refused.getMessage());
            }
        }
    }

    private static boolean pca(Definition definition) {
        return definition.kinds().contains(ChainKind.STITCH)
                && definition.controls().contains(Control.PCA)
                && definition.points().stream()
                        .anyMatch(point -> point.objective() == Objective.RECONSTRUCT);
    }

    private void add(Kind kind, LocatedExpression written) {
        add(new Use(kind, written));
    }

    private void add(Use use) {
        if (!uses.contains(use)) {
            uses.add(use);
        }
    }
}
