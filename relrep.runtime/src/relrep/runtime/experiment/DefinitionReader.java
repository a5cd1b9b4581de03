package relrep.runtime.experiment;

import relrep.api.report.Association;
import relrep.api.report.Claim;
import relrep.api.report.Figure;
import relrep.api.run.InvalidInputException;
import relrep.runtime.experiment.Tree.Field;
import relrep.runtime.experiment.Tree.Fields;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the definition of an experiment from the tree that {@link Overlay} returns, and checks it.
 */
final class DefinitionReader {
    /** The keys of an experiment file, in reading order. */
    static final List<String> KEYS =
            List.of(
                    "name",
                    "kind",
                    "description",
                    "source",
                    "data",
                    "objective",
                    "networks",
                    "penalties",
                    "width",
                    "validation",
                    "seeds",
                    "between",
                    "pairs",
                    "anchors",
                    "anchors-in",
                    "anchors-from",
                    "anchor-seeds",
                    "similarity",
                    TransformReader.LATENTS,
                    TransformReader.RELATIVE,
                    "bridges",
                    "metrics",
                    "train-metrics",
                    "controls",
                    "size",
                    "sizes",
                    "figures",
                    "choices",
                    "claims",
                    "correlations",
                    "published",
                    "errata");

    private final Fields fields;
    private final Keys keys;

    private DefinitionReader(Fields fields) {
        this.fields = fields;
        this.keys = new Keys(fields);
    }

    /** Reads an experiment from a tree. */
    static Definition read(Tree tree) {
        if (!(tree instanceof Fields fields)) {
            throw tree.where()
                    .refuse(
                            "an experiment is a map of keys such as name and kind, not %s",
                            tree.plain() == null ? "empty" : tree.what());
        }
        return new DefinitionReader(fields).read();
    }

    private Definition read() {
        keys.requireKnown(KEYS);
        Set<ChainKind> kinds = kinds();
        NetworkReader networks = new NetworkReader(keys);
        KindReader byKind = new KindReader(keys, kinds);
        Map<ChainKind, List<Bridge>> bridges = byKind.bridges();
        List<Point> points = new SweepReader(keys, fields.where(), networks.all()).points();
        Definition definition =
                new Definition(
                        name(),
                        kinds,
                        keys.text("description").orElse(""),
                        keys.text("source").orElse(""),
                        points,
                        networks.all(),
                        seeds(),
                        validation(),
                        networks.between(),
                        networks.anchorsIn(),
                        networks.anchorsFrom(),
                        bridges,
                        byKind.measures(),
                        trainMetrics(),
                        controls(bridges.get(ChainKind.STITCH)),
                        figures(),
                        fields.where(),
                        fields.plain());
        requireAnchors(definition);
        keys.list("claims", DefinitionReader::claim);
        keys.list("correlations", DefinitionReader::correlation);
        keys.list("errata", tree -> Keys.text("errata", tree));
        keys.list("choices", tree -> Keys.text("choices", tree));
        return definition;
    }

    private String name() {
        Field field = keys.require("name", "what rows and folders call the experiment");
        String name = Keys.text("name", field.value());
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,80}")) {
            throw field.value()
                    .where()
                    .refuse("a name is made of letters, digits and hyphens, not '%s'", name);
        }
        return name;
    }

    private Set<ChainKind> kinds() {
        keys.require("kind", "describe, compare, stitch, or a list of them");
        return new LinkedHashSet<>(
                keys.list(
                        "kind",
                        tree -> Keys.constant("kind", tree, ChainKind.class, ChainKind::word)));
    }

    private List<Long> seeds() {
        List<Long> seeds = keys.list("seeds", tree -> Keys.whole("seeds", tree, 0));
        return seeds.isEmpty() ? List.of(1L) : seeds;
    }

    private List<LocatedExpression> trainMetrics() {
        return keys.field("train-metrics")
                .map(
                        field ->
                                Keys.listOrNone(
                                        "train-metrics",
                                        field.value(),
                                        tree -> Keys.plugin("train-metrics", tree)))
                .orElse(List.of());
    }

    private double validation() {
        return keys.field("validation").map(field -> part(field.value())).orElse(0.0);
    }

    private static double part(Tree tree) {
        if (tree.plain() instanceof Number number
                && number.doubleValue() >= 0
                && number.doubleValue() < 1) {
            return number.doubleValue();
        }
        throw tree.where()
                .refuse("'validation' must be a number from 0 to below 1, not %s", tree.what());
    }

    private List<Figure> figures() {
        return keys.field("figures")
                .map(field -> Keys.listOrNone("figures", field.value(), DefinitionReader::figure))
                .orElse(List.of());
    }

    private static Figure figure(Tree tree) {
        try {
            return Figure.parse(Keys.text("figures", tree));
        } catch (InvalidInputException wrong) {
            throw tree.where().refuse(wrong, "%s", wrong.getMessage());
        }
    }

    private static Association correlation(Tree tree) {
        try {
            return Association.parse(Keys.text("correlations", tree));
        } catch (InvalidInputException wrong) {
            throw tree.where().refuse(wrong, "%s", wrong.getMessage());
        }
    }

    private static Claim claim(Tree tree) {
        try {
            return Claim.parse(Keys.text("claims", tree));
        } catch (InvalidInputException wrong) {
            throw tree.where().refuse(wrong, "%s", wrong.getMessage());
        }
    }

    /**
     * Returns all controls that apply. A decoder for relative latents is trained only if there are
     * relative bridges.
     */
    private Set<Control> controls(List<Bridge> stitched) {
        Field field = keys.field("controls").orElse(null);
        if (field == null) {
            Set<Control> all = EnumSet.allOf(Control.class);
            if (stitched == null || !stitched.contains(new Bridge.Relative())) {
                all.remove(Control.OWN_RELATIVE);
            }
            if (stitched == null
                    || stitched.stream().noneMatch(Bridge.EndToEnd.class::isInstance)) {
                all.remove(Control.OWN_RELATIVE_END_TO_END);
            }
            return all;
        }
        Set<Control> some = EnumSet.noneOf(Control.class);
        some.addAll(
                Keys.listOrNone(
                        "controls",
                        field.value(),
                        tree -> Keys.constant("control", tree, Control.class, Control::word)));
        return some;
    }

    private void requireAnchors(Definition definition) {
        for (ChainKind kind : definition.kinds()) {
            if (definition.relative(kind)
                    && definition.points().stream().anyMatch(point -> point.anchors().isEmpty())) {
                throw fields.where()
                        .refuse(
                                "relative spaces need 'anchors', such as random(count=300);"
                                        + " without them 'bridges' must not have relative"
                                        + " or relative-end-to-end");
            }
        }
    }
}
