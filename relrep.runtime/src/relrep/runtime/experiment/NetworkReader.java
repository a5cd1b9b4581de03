package relrep.runtime.experiment;

import relrep.api.run.InvalidInputException;
import relrep.runtime.experiment.PairingRule.Arrow;
import relrep.runtime.experiment.Tree.Field;
import relrep.runtime.experiment.Tree.Fields;
import relrep.runtime.experiment.Tree.Items;
import relrep.runtime.experiment.Tree.Text;
import relrep.runtime.network.NetworkFile;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Nearest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the networks of an experiment, and the keys that name them. */
final class NetworkReader {
    private static final String LANGUAGE = "language";
    private static final List<String> MAKERS = List.of("architecture", "encoder", "file");

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
            return tree instanceof Text text && text.text().endsWith(NetworkFile.ENDING)
                    ? file(name, tree, Optional.empty(), Optional.empty())
                    : NetworkEntry.of(name, Keys.plugin("networks." + name, tree), common);
        }
        Keys keys = new Keys(fields);
        keys.requireKnown(
                List.of(
                        "architecture",
                        "encoder",
                        "file",
                        "decoder",
                        "penalties",
                        "data",
                        "width",
                        "seeds"));
        Optional<LocatedExpression> decoder =
                keys.field("decoder").map(field -> own(name, "decoder", field));
        Optional<LocatedExpression> data =
                keys.field("data").map(field -> own(name, "data", field));
        String maker = maker(name, fields, keys);
        Field field = keys.require(maker, "");
        if (maker.equals("file")) {
            return file(name, field.value(), decoder, data);
        }
        OptionalInt width =
                keys.field("width")
                        .map(own -> OptionalInt.of(Keys.width(own.value())))
                        .orElse(OptionalInt.empty());
        boolean frozen = maker.equals("encoder");
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
                own(name, maker, field),
                frozen ? NetworkEntry.Called.ENCODER : NetworkEntry.Called.ARCHITECTURE,
                decoder,
                frozen
                        ? List.of()
                        : penalties("networks." + name + ".penalties", keys).orElse(common),
                data,
                Optional.empty(),
                width,
                keys.list("seeds", seed -> Keys.whole("seeds", seed, 0)));
    }

    /** Returns the network of a file; its architecture and width are in the file. */
    private static NetworkEntry file(
            String name,
            Tree tree,
            Optional<LocatedExpression> decoder,
            Optional<LocatedExpression> data) {
        Path path = Path.of(Keys.text("networks." + name + ".file", tree)).toAbsolutePath();
        try {
            NetworkFile file = NetworkFile.read(path);
            return new NetworkEntry(
                    name,
                    new LocatedExpression(file.architecture(), tree.where()),
                    NetworkEntry.Called.ARCHITECTURE,
                    decoder,
                    List.of(),
                    data,
                    Optional.of(
                            new TrainedFile(
                                    path,
                                    NetworkFile.checksum(path),
                                    file.objective(),
                                    file.facts().getOrDefault(NetworkFile.THROUGH, ""))),
                    OptionalInt.of(file.width()),
                    List.of());
        } catch (InvalidInputException refused) {
            throw tree.where().refuse(refused, "%s", refused.getMessage());
        }
    }

    private static LocatedExpression own(String name, String key, Field field) {
        return Keys.plugin("networks." + name + "." + key, field.value());
    }

    /** Returns the key that says what the network is; it has one of them. */
    private static String maker(String name, Fields fields, Keys keys) {
        List<String> given = MAKERS.stream().filter(keys::has).toList();
        if (given.size() != 1) {
            throw fields.where()
                    .refuse(
                            "the network '%s' needs one of 'architecture' (what trains it),"
                                + " 'encoder' (what it is) and 'file' (what 'relrep train' made),"
                                + " not %s",
                            name, given.isEmpty() ? "none" : String.join(" and ", given));
        }
        return given.get(0);
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
