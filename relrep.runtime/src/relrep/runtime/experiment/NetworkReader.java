package relrep.runtime.experiment;

import relrep.runtime.experiment.PairingRule.Arrow;
import relrep.runtime.experiment.Tree.Field;
import relrep.runtime.experiment.Tree.Fields;
import relrep.runtime.experiment.Tree.Items;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Nearest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the networks of an experiment, and the keys that name them. */
final class NetworkReader {
    private static final String LANGUAGE = "language";

    private final Keys keys;
    private final List<NetworkEntry> networks;

    NetworkReader(Keys keys) {
        this.keys = keys;
        this.networks = read(keys);
    }

    /** Returns the networks, in their order. */
    List<NetworkEntry> all() {
        return networks;
    }

    private List<String> names() {
        return networks.stream().map(NetworkEntry::name).toList();
    }

    private static List<NetworkEntry> read(Keys keys) {
        Tree tree = keys.require("networks", "names, and the architecture of each").value();
        if (!(tree instanceof Fields all) || all.fields().isEmpty()) {
            throw tree.where()
                    .refuse("'networks' must be a map such as {ae: conv}, not %s", tree.what());
        }
        List<LocatedExpression> penalties = penalties("penalties", keys).orElse(List.of());
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
                            networks.add(network(name, field.value(), penalties));
                        });
        return networks;
    }

    /** Returns the penalties, which may be none, or empty if they are not given. */
    private static Optional<List<LocatedExpression>> penalties(String key, Keys keys) {
        return keys.field("penalties")
                .map(field -> Keys.listOrNone(key, field.value(), each -> Keys.plugin(key, each)));
    }

    /**
     * Reads a network.
     *
     * @param common the penalties of all networks that do not give their own
     */
    private static NetworkEntry network(String name, Tree tree, List<LocatedExpression> common) {
        if (!(tree instanceof Fields fields)) {
            return NetworkEntry.of(name, Keys.plugin("networks." + name, tree), common);
        }
        Keys keys = new Keys(fields);
        keys.requireKnown(
                List.of(
                        "architecture",
                        "encoder",
                        "decoder",
                        "penalties",
                        "data",
                        "width",
                        "seeds"));
        OptionalInt width =
                keys.field("width")
                        .map(field -> OptionalInt.of(Keys.width(field.value())))
                        .orElse(OptionalInt.empty());
        boolean frozen = keys.has("encoder");
        if (frozen && keys.has("penalties")) {
            throw keys.require("penalties", "")
                    .key()
                    .refuse(
                            "the network '%s' is an encoder, which is not trained, so it takes no"
                                    + " 'penalties'",
                            name);
        }
        return new NetworkEntry(
                name,
                maker(name, fields, keys),
                frozen,
                keys.field("decoder").map(field -> own(name, "decoder", field)),
                frozen
                        ? List.of()
                        : penalties("networks." + name + ".penalties", keys).orElse(common),
                keys.field("data").map(field -> own(name, "data", field)),
                width,
                keys.list("seeds", seed -> Keys.whole("seeds", seed, 0)));
    }

    private static LocatedExpression own(String name, String key, Field field) {
        return Keys.plugin("networks." + name + "." + key, field.value());
    }

    /** Returns the architecture or the encoder; a network has one of them. */
    private static LocatedExpression maker(String name, Fields fields, Keys keys) {
        if (keys.has("architecture") == keys.has("encoder")) {
            throw fields.where()
                    .refuse(
                            "the network '%s' needs either 'architecture' (what trains it) or"
                                    + " 'encoder' (what it is), not %s",
                            name, keys.has("encoder") ? "both" : "neither");
        }
        String key = keys.has("encoder") ? "encoder" : "architecture";
        return own(name, key, keys.require(key, ""));
    }

    /** Returns the rule for pairing trained networks. */
    PairingRule between() {
        Tree tree = keys.field("between").map(Field::value).orElse(null);
        if (tree == null) {
            return new PairingRule(PairingRule.Rule.ALL, List.of());
        }
        if (tree instanceof Items || Keys.text("between", tree).contains("->")) {
            List<Arrow> arrows = new ArrayList<>();
            Keys.list("between", tree, this::arrows).forEach(arrows::addAll);
            return new PairingRule(PairingRule.Rule.ALL, arrows);
        }
        return new PairingRule(
                Keys.constant("between", tree, PairingRule.Rule.class, PairingRule.Rule::word),
                List.of());
    }

    /** Returns the pairs of an arrow; {@code *} at one end means every other network. */
    private List<Arrow> arrows(Tree tree) {
        String[] ends = Keys.text("between", tree).split("->", -1);
        List<String> known = names();
        if (ends.length == 2) {
            List<String> sources = ends(ends[0].strip(), ends[1].strip());
            List<String> targets = ends(ends[1].strip(), ends[0].strip());
            if (known.containsAll(sources) && known.containsAll(targets)) {
                return sources.stream()
                        .flatMap(a -> targets.stream().map(b -> new Arrow(a, b)))
                        .toList();
            }
        }
        throw tree.where()
                .refuse(
                        "'between' takes pairs of networks such as a -> b, or * -> b, not %s;"
                                + " there are %s",
                        tree.what(), String.join(", ", known));
    }

    private List<String> ends(String end, String other) {
        return end.equals("*")
                ? names().stream().filter(name -> !name.equals(other)).toList()
                : List.of(end);
    }

    /**
     * Returns the network in whose latents anchors are chosen; empty to choose among the samples.
     */
    Optional<String> anchorsIn() {
        Field field = keys.field("anchors-in").orElse(null);
        if (field == null || Keys.text("anchors-in", field.value()).equals("samples")) {
            return Optional.empty();
        }
        String name = Keys.text("anchors-in", field.value());
        List<String> known = new ArrayList<>(names());
        if (known.contains(name)) {
            return Optional.of(name);
        }
        known.add("samples");
        throw field.value()
                .where()
                .refuse("unknown network '%s'; %s", name, Nearest.choice(name, known));
    }

    /**
     * Returns the dataset of the anchors by network: a map of the networks, or one dataset, which
     * then is asked in the language of the network's own data.
     */
    Map<String, LocatedExpression> anchorsFrom() {
        Field field = keys.field("anchors-from").orElse(null);
        if (field == null) {
            return Map.of();
        }
        Map<String, LocatedExpression> from = new LinkedHashMap<>();
        if (field.value() instanceof Fields each) {
            new Keys(each).requireKnown(names());
            for (NetworkEntry network : networks) {
                Field own = new Keys(each).require(network.name(), "the data of its anchors");
                from.put(network.name(), Keys.plugin("anchors-from", own.value()));
            }
            return from;
        }
        LocatedExpression one = Keys.plugin("anchors-from", field.value());
        for (NetworkEntry network : networks) {
            from.put(network.name(), inLanguage(one, network));
        }
        return from;
    }

    private static LocatedExpression inLanguage(LocatedExpression data, NetworkEntry network) {
        String language =
                network.data().map(own -> own.expression().options().get(LANGUAGE)).orElse(null);
        if (language == null || data.expression().options().containsKey(LANGUAGE)) {
            return data;
        }
        Map<String, String> options = new LinkedHashMap<>(data.expression().options());
        options.put(LANGUAGE, language);
        return new LocatedExpression(
                new Expression(data.expression().name(), options), data.where());
    }
}
