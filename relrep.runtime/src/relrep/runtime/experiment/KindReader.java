package relrep.runtime.experiment;

import relrep.api.run.InvalidInputException;
import relrep.runtime.experiment.Definition.Measure;
import relrep.runtime.experiment.Tree.Field;
import relrep.runtime.experiment.Tree.Fields;
import relrep.workbench.plugins.ReservedNames;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the keys that are given for all kinds of chains together or for each kind. */
final class KindReader {
    private final Keys keys;
    private final Set<ChainKind> kinds;

    KindReader(Keys keys, Set<ChainKind> kinds) {
        this.keys = keys;
        this.kinds = kinds;
    }

    /** Returns the bridges of each kind. */
    Map<ChainKind, List<Bridge>> bridges() {
        Map<ChainKind, List<Bridge>> all = new EnumMap<>(ChainKind.class);
        Tree tree = keys.field("bridges").map(Field::value).orElse(null);
        for (ChainKind kind : kinds) {
            Tree own = tree instanceof Fields byKind ? ofKind(byKind, kind) : tree;
            List<Bridge> bridges =
                    own == null ? usual(kind) : Keys.listOrNone("bridges", own, KindReader::bridge);
            all.put(kind, kind == ChainKind.DESCRIBE ? described(bridges) : bridges);
        }
        return all;
    }

    /**
     * Returns the bridges of {@code describe}: a space can be described as it is or relative; an
     * aligner needs two spaces.
     */
    private static List<Bridge> described(List<Bridge> bridges) {
        List<Bridge> some =
                bridges.stream().filter(bridge -> !(bridge instanceof Bridge.Aligned)).toList();
        return some.isEmpty() ? usual(ChainKind.DESCRIBE) : some;
    }

    private static List<Bridge> usual(ChainKind kind) {
        return kind == ChainKind.DESCRIBE
                ? List.of(new Bridge.Absolute())
                : List.of(new Bridge.Absolute(), new Bridge.Relative());
    }

    private Tree ofKind(Fields byKind, ChainKind kind) {
        new Keys(byKind).requireKnown(kinds.stream().map(ChainKind::word).toList());
        Field field = byKind.fields().get(kind.word());
        return field == null ? null : field.value();
    }

    private static Bridge bridge(Tree tree) {
        LocatedExpression written = Keys.plugin("bridges", tree);
        String name = written.expression().name();
        boolean plain = written.expression().options().isEmpty();
        if (name.equals(Bridge.EndToEnd.NAME)) {
            return endToEnd(written, tree);
        }
        if (plain && name.equals("absolute")) {
            return new Bridge.Absolute();
        }
        if (plain && name.equals("relative")) {
            return new Bridge.Relative();
        }
        if (ReservedNames.BRIDGES.contains(name)) {
            throw tree.where()
                    .refuse(
                            "'%s' is no bridge; bridges are absolute, relative,"
                                    + " relative-end-to-end, or aligners",
                            written.expression());
        }
        return new Bridge.Aligned(written);
    }

    private static Bridge endToEnd(LocatedExpression written, Tree tree) {
        try {
            return Bridge.EndToEnd.of(written.expression());
        } catch (InvalidInputException refused) {
            throw tree.where().refuse(refused, "%s", refused.getMessage());
        }
    }

    /** Returns the metrics with their kinds. */
    List<Measure> measures() {
        Tree tree = keys.require("metrics", "what is measured").value();
        List<Measure> all = new ArrayList<>();
        if (!(tree instanceof Fields byKind)) {
            Keys.list("metrics", tree, item -> Keys.plugin("metrics", item))
                    .forEach(metric -> all.add(new Measure(metric, kinds)));
            return all;
        }
        for (ChainKind kind : kinds) {
            Tree own = ofKind(byKind, kind);
            if (own != null) {
                Keys.list("metrics", own, item -> Keys.plugin("metrics", item))
                        .forEach(metric -> all.add(new Measure(metric, Set.of(kind))));
            }
        }
        return all;
    }
}
