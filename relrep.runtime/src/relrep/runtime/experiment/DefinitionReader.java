package relrep.runtime.experiment;

import relrep.api.report.Claim;
import relrep.api.run.InvalidInputException;
import relrep.runtime.experiment.Between.Arrow;
import relrep.runtime.experiment.Definition.Measure;
import relrep.runtime.experiment.Tree.Field;
import relrep.runtime.experiment.Tree.Fields;
import relrep.runtime.experiment.Tree.Items;
import relrep.runtime.plugins.Nearest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads an experiment as laid over by {@link Overlay}, and refuses what does not fit. */
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
                    "width",
                    "validation",
                    "seeds",
                    "between",
                    "pairs",
                    "anchors",
                    "anchors-in",
                    "anchor-seeds",
                    "similarity",
                    "bridges",
                    "metrics",
                    "controls",
                    "size",
                    "sizes",
                    "choices",
                    "claims",
                    "published");

    private static final List<String> RESERVED =
            List.of(
                    "own",
                    "own-relative",
                    "mean-image",
                    "majority-class",
                    "chance",
                    "relative-end-to-end");

    private final Fields fields;
    private final Keys keys;

    private DefinitionReader(Fields fields) {
        this.fields = fields;
        this.keys = new Keys(fields);
    }

    /** Reads an experiment. */
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
        Map<ChainKind, List<Bridge>> bridges = bridges(kinds);
        List<NetworkEntry> networks = networks();
        List<Point> points = new SweepReader(keys, fields.where()).points();
        Definition definition =
                new Definition(
                        name(),
                        kinds,
                        keys.text("description").orElse(""),
                        keys.text("source").orElse(""),
                        points,
                        networks,
                        seeds(),
                        validation(),
                        between(networks),
                        anchorsIn(networks),
                        bridges,
                        measures(kinds),
                        controls(),
                        fields.where(),
                        fields.plain());
        requireWidths(definition);
        requireAnchors(definition);
        keys.list("claims", DefinitionReader::claim);
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

    private List<NetworkEntry> networks() {
        Tree tree = keys.require("networks", "names, and the architecture of each").value();
        if (!(tree instanceof Fields all) || all.fields().isEmpty()) {
            throw tree.where()
                    .refuse("'networks' must be a map such as {ae: conv}, not %s", tree.what());
        }
        List<NetworkEntry> networks = new ArrayList<>();
        all.fields()
                .forEach(
                        (name, field) -> {
                            if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
                                throw field.key()
                                        .refuse(
                                                "a network's name is made of letters, digits and"
                                                        + " hyphens, not '%s'",
                                                name);
                            }
                            networks.add(network(name, field.value()));
                        });
        return networks;
    }

    private static NetworkEntry network(String name, Tree tree) {
        if (!(tree instanceof Fields fields)) {
            return new NetworkEntry(
                    name, Keys.plugin("networks." + name, tree), OptionalInt.empty());
        }
        Keys keys = new Keys(fields);
        keys.requireKnown(List.of("architecture", "width"));
        Tree architecture =
                keys.require("architecture", "what trains the network '" + name + "'").value();
        OptionalInt width =
                keys.field("width")
                        .map(field -> OptionalInt.of(Keys.width(field.value())))
                        .orElse(OptionalInt.empty());
        return new NetworkEntry(
                name, Keys.plugin("networks." + name + ".architecture", architecture), width);
    }

    private Between between(List<NetworkEntry> networks) {
        Tree tree = keys.field("between").map(Field::value).orElse(null);
        if (tree == null) {
            return new Between(Between.Rule.ALL, List.of());
        }
        if (tree instanceof Items || Keys.text("between", tree).contains("->")) {
            return new Between(
                    Between.Rule.ALL, Keys.list("between", tree, item -> arrow(item, networks)));
        }
        return new Between(
                Keys.constant("between", tree, Between.Rule.class, Between.Rule::word), List.of());
    }

    private static Arrow arrow(Tree tree, List<NetworkEntry> networks) {
        String[] ends = Keys.text("between", tree).split("->", -1);
        List<String> known = networks.stream().map(NetworkEntry::name).toList();
        if (ends.length == 2) {
            Arrow arrow = new Arrow(ends[0].strip(), ends[1].strip());
            if (known.contains(arrow.source()) && known.contains(arrow.target())) {
                return arrow;
            }
        }
        throw tree.where()
                .refuse(
                        "'between' takes pairs of networks such as a -> b, not %s; there are %s",
                        tree.what(), String.join(", ", known));
    }

    private Map<ChainKind, List<Bridge>> bridges(Set<ChainKind> kinds) {
        Map<ChainKind, List<Bridge>> all = new EnumMap<>(ChainKind.class);
        Tree tree = keys.field("bridges").map(Field::value).orElse(null);
        for (ChainKind kind : kinds) {
            Tree own = tree instanceof Fields byKind ? ofKind(byKind, kind, kinds) : tree;
            List<Bridge> bridges =
                    own == null ? usual(kind) : Keys.list("bridges", own, this::bridge);
            all.put(
                    kind,
                    kind != ChainKind.DESCRIBE
                            ? bridges
                            : bridges.stream()
                                    .filter(bridge -> !(bridge instanceof Bridge.Aligned))
                                    .toList());
        }
        return all;
    }

    private List<Bridge> usual(ChainKind kind) {
        return kind == ChainKind.DESCRIBE
                ? List.of(new Bridge.Absolute())
                : List.of(new Bridge.Absolute(), new Bridge.Relative());
    }

    private static Tree ofKind(Fields byKind, ChainKind kind, Set<ChainKind> kinds) {
        new Keys(byKind).requireKnown(kinds.stream().map(ChainKind::word).toList());
        Field field = byKind.fields().get(kind.word());
        return field == null ? null : field.value();
    }

    private Bridge bridge(Tree tree) {
        Written written = Keys.plugin("bridges", tree);
        String name = written.expression().name();
        boolean plain = written.expression().options().isEmpty();
        if (RESERVED.contains(name)) {
            throw tree.where()
                    .refuse("'%s' is no bridge; bridges are absolute, relative, or aligners", name);
        }
        if (plain && name.equals("absolute")) {
            return new Bridge.Absolute();
        }
        return plain && name.equals("relative")
                ? new Bridge.Relative()
                : new Bridge.Aligned(written);
    }

    private List<Measure> measures(Set<ChainKind> kinds) {
        Tree tree = keys.require("metrics", "what is measured").value();
        List<Measure> all = new ArrayList<>();
        if (!(tree instanceof Fields byKind)) {
            Keys.list("metrics", tree, item -> Keys.plugin("metrics", item))
                    .forEach(metric -> all.add(new Measure(metric, kinds)));
            return all;
        }
        for (ChainKind kind : kinds) {
            Tree own = ofKind(byKind, kind, kinds);
            if (own != null) {
                Keys.list("metrics", own, item -> Keys.plugin("metrics", item))
                        .forEach(metric -> all.add(new Measure(metric, Set.of(kind))));
            }
        }
        return all;
    }

    private static Claim claim(Tree tree) {
        try {
            return Claim.parse(Keys.text("claims", tree));
        } catch (InvalidInputException wrong) {
            throw tree.where().refuse(wrong, "%s", wrong.getMessage());
        }
    }

    /** The network in whose latents anchors are chosen, where it is not among the samples. */
    private Optional<String> anchorsIn(List<NetworkEntry> networks) {
        Field field = keys.field("anchors-in").orElse(null);
        if (field == null || Keys.text("anchors-in", field.value()).equals("samples")) {
            return Optional.empty();
        }
        String name = Keys.text("anchors-in", field.value());
        List<String> known = new ArrayList<>(networks.stream().map(NetworkEntry::name).toList());
        if (known.contains(name)) {
            return Optional.of(name);
        }
        known.add("samples");
        throw field.value()
                .where()
                .refuse("unknown network '%s'; %s", name, Nearest.choice(name, known));
    }

    private Set<Control> controls() {
        Set<Control> all = EnumSet.noneOf(Control.class);
        Field field = keys.field("controls").orElse(null);
        if (field == null) {
            return EnumSet.allOf(Control.class);
        }
        if (field.value() instanceof Items items && items.items().isEmpty()) {
            return all;
        }
        all.addAll(
                Keys.list(
                        "controls",
                        field.value(),
                        tree -> Keys.constant("control", tree, Control.class, Control::word)));
        return all;
    }

    private void requireWidths(Definition definition) {
        for (NetworkEntry network : definition.networks()) {
            if (network.width().isEmpty()
                    && definition.points().stream().anyMatch(point -> point.width().isEmpty())) {
                throw network.architecture()
                        .where()
                        .refuse(
                                "the network '%s' has no width; give 'width', or one of its own:"
                                        + " {architecture: %s, width: 48}",
                                network.name(), network.architecture());
            }
        }
    }

    private void requireAnchors(Definition definition) {
        for (ChainKind kind : definition.kinds()) {
            if (definition.relative(kind)
                    && definition.points().stream().anyMatch(point -> point.anchors().isEmpty())) {
                throw fields.where()
                        .refuse(
                                "relative spaces need 'anchors', such as random(count=300);"
                                        + " without them 'bridges' must not have relative");
            }
        }
    }
}
