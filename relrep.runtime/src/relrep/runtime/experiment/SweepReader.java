package relrep.runtime.experiment;

import relrep.api.model.Objective;
import relrep.runtime.experiment.Tree.Field;
import relrep.runtime.experiment.Tree.Fields;
import relrep.workbench.plugins.Expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads the keys that may be swept, and makes the grid: all combinations of their values. */
final class SweepReader {
    private static final Map<String, Function<Tree, Object>> AXES = axes();
    private static final Object ALL = "all";
    private static final long MOST_POINTS = 100_000;

    private final Keys keys;
    private final SourceLocation where;
    private final List<NetworkEntry> networks;

    /**
     * Makes a reader.
     *
     * @param networks the networks; where each has its own data, the experiment needs none
     */
    SweepReader(Keys keys, SourceLocation where, List<NetworkEntry> networks) {
        this.keys = keys;
        this.where = where;
        this.networks = networks;
    }

    private static Map<String, Function<Tree, Object>> axes() {
        Map<String, Function<Tree, Object>> axes = new LinkedHashMap<>();
        axes.put("data", tree -> Keys.plugin("data", tree));
        axes.put("objective", SweepReader::objective);
        axes.put("width", Keys::width);
        axes.put("anchors", SweepReader::anchors);
        axes.put("anchor-seeds", tree -> Keys.whole("anchor-seeds", tree, 0));
        axes.put("similarity", tree -> Keys.plugin("similarity", tree));
        for (String key : List.of(TransformReader.LATENTS, TransformReader.RELATIVE)) {
            axes.put(key, tree -> TransformReader.value(key, tree));
        }
        return axes;
    }

    private static Objective objective(Tree tree) {
        return Keys.constant(
                "objective",
                tree,
                Objective.class,
                objective -> objective.name().toLowerCase(Locale.ROOT));
    }

    private static Object anchors(Tree tree) {
        LocatedExpression written = Keys.plugin("anchors", tree);
        return written.expression().equals(Expression.of("all")) ? ALL : written;
    }

    /** Returns the points, {@code data} varying slowest. */
    List<Point> points() {
        List<Map<String, Object>> points = List.of(Map.of());
        boolean paired = false;
        List<Map<String, Object>> pairs = pairs();
        for (Map.Entry<String, Function<Tree, Object>> axis : AXES.entrySet()) {
            String key = axis.getKey();
            if (!pairs.isEmpty() && pairs.get(0).containsKey(key)) {
                points = paired ? points : product(points, pairs);
                paired = true;
            } else {
                List<Map<String, Object>> values = new ArrayList<>();
                all(key, axis.getValue()).forEach(value -> values.add(Map.of(key, value)));
                points = values.isEmpty() ? points : product(points, values);
            }
        }
        return points.stream().map(this::point).toList();
    }

    /** Returns the values of a key. One value of transforms is a list itself. */
    private List<?> all(String key, Function<Tree, Object> reader) {
        return key.endsWith(TransformReader.LATENTS)
                ? keys.field(key)
                        .map(field -> TransformReader.values(key, field.value()))
                        .orElse(List.of())
                : keys.list(key, reader);
    }

    private List<Map<String, Object>> pairs() {
        List<Map<String, Object>> pairs = new ArrayList<>();
        for (Tree tree : keys.list("pairs", tree -> tree)) {
            if (!(tree instanceof Fields fields)) {
                throw tree.where()
                        .refuse(
                                "'pairs' is a list of maps such as {width: 2, anchors: random},"
                                        + " not of %s",
                                tree.what());
            }
            new Keys(fields).requireKnown(List.copyOf(AXES.keySet()));
            pairs.add(pair(fields));
            if (!pairs.get(0).keySet().equals(pairs.get(pairs.size() - 1).keySet())) {
                throw tree.where()
                        .refuse(
                                "every one of the 'pairs' must have the same keys: %s, not %s",
                                String.join(", ", pairs.get(0).keySet()),
                                String.join(", ", fields.fields().keySet()));
            }
        }
        return pairs;
    }

    private Map<String, Object> pair(Fields fields) {
        Map<String, Object> pair = new LinkedHashMap<>();
        for (Map.Entry<String, Field> entry : fields.fields().entrySet()) {
            String key = entry.getKey();
            if (keys.has(key)) {
                throw keys.require(key, "")
                        .key()
                        .refuse("'%s' is given here and in 'pairs' (%s)", key, fields.where());
            }
            pair.put(key, AXES.get(key).apply(entry.getValue().value()));
        }
        return pair;
    }

    private List<Map<String, Object>> product(
            List<Map<String, Object>> points, List<Map<String, Object>> values) {
        if ((long) points.size() * values.size() > MOST_POINTS) {
            throw where.refuse(
                    "the keys that are swept may have at most %d combinations, not %d × %d and"
                            + " more",
                    MOST_POINTS, points.size(), values.size());
        }
        List<Map<String, Object>> all = new ArrayList<>();
        for (Map<String, Object> point : points) {
            for (Map<String, Object> value : values) {
                Map<String, Object> both = new LinkedHashMap<>(point);
                both.putAll(value);
                all.add(both);
            }
        }
        return all;
    }

    /** Returns the first network's own data; it is the experiment's where that names none. */
    private LocatedExpression first() {
        for (NetworkEntry network : networks) {
            if (network.data().isEmpty()) {
                throw where.refuse(
                        "the key 'data' is missing: a dataset, such as digits; or every network"
                                + " has its own, and '%s' has none",
                        network.name());
            }
        }
        return networks.get(0).data().orElseThrow();
    }

    private Point point(Map<String, Object> values) {
        Object width = values.get("width");
        Object seed = values.get("anchor-seeds");
        return new Point(
                values.containsKey("data") ? (LocatedExpression) values.get("data") : first(),
                (Objective) values.getOrDefault("objective", Objective.RECONSTRUCT),
                width == null ? OptionalInt.empty() : OptionalInt.of((Integer) width),
                Optional.ofNullable(values.get("anchors"))
                        .filter(anchors -> anchors != ALL)
                        .map(LocatedExpression.class::cast),
                seed == null ? OptionalLong.empty() : OptionalLong.of((Long) seed),
                (LocatedExpression)
                        values.getOrDefault(
                                "similarity",
                                new LocatedExpression(Expression.of("cosine"), where)),
                transforms(values.get(TransformReader.LATENTS)),
                transforms(values.get(TransformReader.RELATIVE)));
    }

    private static List<LocatedExpression> transforms(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(LocatedExpression.class::cast).toList()
                : List.of();
    }
}
