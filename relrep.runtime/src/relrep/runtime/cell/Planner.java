package relrep.runtime.cell;

import relrep.api.data.Content;
import relrep.api.metric.Metric;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.model.DecoderArchitecture;
import relrep.api.model.Objective;
import relrep.api.model.OutputRange;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.Similarity;
import relrep.runtime.cell.Cell.Widths;
import relrep.runtime.experiment.Bridge;
import relrep.runtime.experiment.ChainKind;
import relrep.runtime.experiment.Control;
import relrep.runtime.experiment.Definition;
import relrep.runtime.experiment.LocatedExpression;
import relrep.runtime.experiment.NetworkEntry;
import relrep.runtime.experiment.PairingRule;
import relrep.runtime.experiment.Point;
import relrep.runtime.experiment.SourceLocation;
import relrep.workbench.contract.PluginFailureException;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Plans an experiment: divides its grid into cells, in the order of their rows, each once. */
public final class Planner {
    private static final int MOST_CELLS = 1_000_000;

    private final Definition definition;
    private final PluginResolver parts;
    private final MetricsByKind metrics;
    private final NetworkMakers makers;
    private final Set<Cell> cells = new LinkedHashSet<>();

    private Planner(Definition definition, PluginResolver parts) {
        this.definition = definition;
        this.parts = parts;
        this.metrics = new MetricsByKind(definition, parts);
        this.makers = new NetworkMakers(parts);
    }

    /**
     * Returns the cells of an experiment.
     *
     * @throws relrep.api.run.InvalidInputException when a metric fits no kind of the experiment, or
     *     a kind has no metric
     */
    public static List<Cell> plan(Definition definition, PluginResolver parts) {
        Planner planner = new Planner(definition, parts);
        for (Point point : definition.points()) {
            for (ChainKind kind : definition.kinds()) {
                planner.plan(kind, point);
            }
        }
        return List.copyOf(planner.cells);
    }

    /**
     * Returns the networks of an experiment, those that its end-to-end bridges train included, each
     * once.
     */
    public static List<NetworkSpec> networks(Definition definition, PluginResolver parts) {
        Set<NetworkSpec> all = new LinkedHashSet<>();
        for (Cell cell : plan(definition, parts)) {
            cell.source().filter(spec -> !spec.name().equals("pca")).ifPresent(all::add);
            cell.target().filter(spec -> !spec.name().equals("pca")).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    private void plan(ChainKind kind, Point point) {
        List<LocatedExpression> measured = metrics.of(kind, point.objective());
        List<NetworkSpec> networks = networks(point);
        At at = new At(kind, point, measured, metrics.onTraining(kind, point.objective()));
        requirePair(kind, networks);
        networks.forEach(network -> makers.require(network, kind));
        for (NetworkSpec network : networks) {
            LocatedExpression from = definition.anchorsFrom().get(network.name());
            if (from != null) {
                makers.requireAnchors(network, from);
            }
        }
        switch (kind) {
            case DESCRIBE -> describe(at, networks);
            case COMPARE -> compare(at, networks);
            case STITCH -> stitch(at, networks);
        }
    }

    /** Checks that there are two networks for bridges; an empty list of bridges needs none. */
    private void requirePair(ChainKind kind, List<NetworkSpec> networks) {
        boolean[] met = new boolean[1];
        forPairs(networks, (source, target) -> met[0] = true);
        if (kind != ChainKind.DESCRIBE && !definition.bridges().get(kind).isEmpty() && !met[0]) {
            throw definition
                    .where()
                    .refuse(
                            "%s needs two trained networks that meet, there is %s; give several"
                                    + " 'seeds', a second network, or another 'between'",
                            kind.word(),
                            String.join(", ", networks.stream().map(NetworkSpec::label).toList()));
        }
    }

    private List<NetworkSpec> networks(Point point) {
        List<NetworkSpec> all = new ArrayList<>();
        for (NetworkEntry entry : definition.networks()) {
            List<Long> own = entry.seeds();
            for (long seed : own.isEmpty() ? definition.seeds() : own) {
                all.add(
                        new NetworkSpec(
                                entry.name(),
                                makers.of(entry),
                                makers.width(entry, point),
                                seed,
                                entry.data().orElse(point.data()),
                                point.objective(),
                                definition.validation(),
                                Optional.empty()));
            }
        }
        return all;
    }

    private NetworkSpec pca(NetworkSpec like) {
        return new NetworkSpec(
                "pca",
                NetworkSpec.Maker.of(PCA),
                like.width(),
                0,
                like.data(),
                like.objective(),
                like.validation(),
                Optional.empty());
    }

    private void describe(At at, List<NetworkSpec> networks) {
        if (definition.controls().contains(Control.ORIGINAL)) {
            for (LocatedExpression data : datasets(networks)) {
                if (makers.content(data) == Content.NUMBERS) {
                    at.plain(Control.ORIGINAL, data);
                }
            }
        }
        for (Bridge bridge : definition.bridges().get(ChainKind.DESCRIBE)) {
            for (NetworkSpec network : networks) {
                at.add(network, null, link(bridge, at.point, network.seed()));
            }
        }
    }

    private void compare(At at, List<NetworkSpec> networks) {
        for (Bridge bridge : definition.bridges().get(ChainKind.COMPARE)) {
            forPairs(networks, (s, t) -> at.add(s, t, link(bridge, at.point, s.seed())));
        }
        if (!definition.controls().contains(Control.CHANCE)) {
            return;
        }
        for (Bridge bridge : definition.bridges().get(ChainKind.COMPARE)) {
            if (!(bridge instanceof Bridge.Aligned)) {
                Map<Object, NetworkSpec> wide = new HashMap<>();
                forPairs(
                        networks,
                        (s, t) -> {
                            CellBridge link = link(bridge, at.point, s.seed());
                            List<Object> row = List.of(s.data(), widths(s, t), link);
                            wide.putIfAbsent(row, t);
                            at.add(s.data(), widths(s, t), chance(link, wide.get(row)));
                        });
            }
        }
    }

    /**
     * Returns the chance level of spaces that a bridge compares.
     *
     * @param wide a network whose space has the width of the target, for transforms that change it
     */
    private static CellBridge chance(CellBridge link, NetworkSpec wide) {
        boolean plain =
                link.transforms().isEmpty()
                        && link.relative().map(how -> how.after().isEmpty()).orElse(true);
        return new CellBridge.Chance(
                link.relative(), link.transforms(), plain ? Optional.empty() : Optional.of(wide));
    }

    private void stitch(At at, List<NetworkSpec> networks) {
        Set<Control> controls = definition.controls();
        if (controls.contains(Control.OWN)) {
            networks.forEach(network -> at.add(network, network, new CellBridge.Own()));
        }
        if (controls.contains(Control.OWN_RELATIVE)) {
            networks.forEach(network -> at.add(network, network, ownRelative(at.point, network)));
        }
        if (controls.contains(Control.OWN_RELATIVE_END_TO_END)) {
            ownEndToEnd(at, networks);
        }
        for (Bridge bridge : definition.bridges().get(ChainKind.STITCH)) {
            forPairs(networks, (s, t) -> at.add(s, t, link(bridge, at.point, s.seed())));
        }
        if (at.point.objective() == Objective.RECONSTRUCT) {
            reconstructionControls(at, networks);
        } else if (controls.contains(Control.MAJORITY_CLASS)) {
            datasets(networks).forEach(data -> at.plain(Control.MAJORITY_CLASS, data));
        }
        if (controls.contains(Control.CHANCE)) {
            CellBridge chance = new CellBridge.Chance(Optional.empty());
            datasets(networks).forEach(data -> at.add(data, Widths.NONE, chance));
        }
    }

    private void reconstructionControls(At at, List<NetworkSpec> networks) {
        if (definition.controls().contains(Control.MEAN_IMAGE)) {
            datasets(networks).forEach(data -> at.plain(Control.MEAN_IMAGE, data));
        }
        if (definition.controls().contains(Control.FLOOR)) {
            floors(at, networks);
        }
        if (definition.controls().contains(Control.PCA)) {
            for (NetworkSpec network : networks) {
                NetworkSpec pca = pca(network);
                at.add(pca, pca, new CellBridge.Plain(Control.PCA));
            }
        }
    }

    /** The architecture of the control row {@code pca}. */
    public static final LocatedExpression PCA =
            new LocatedExpression(
                    Expression.of("pca"), new SourceLocation("the control row pca", 0));

    /** Adds one floor for each dataset and each plugin that trains decoders for it. */
    private static void floors(At at, List<NetworkSpec> networks) {
        Set<List<LocatedExpression>> seen = new LinkedHashSet<>();
        for (NetworkSpec network : networks) {
            LocatedExpression maker = network.maker().decoding().orElseThrow();
            if (seen.add(List.of(network.data(), maker))) {
                at.floor(network.data(), maker);
            }
        }
    }

    private static List<LocatedExpression> datasets(List<NetworkSpec> networks) {
        return networks.stream().map(NetworkSpec::data).distinct().toList();
    }

    private static Widths widths(NetworkSpec source, NetworkSpec target) {
        return new Widths(OptionalInt.of(source.width()), OptionalInt.of(target.width()));
    }

    private void forPairs(List<NetworkSpec> networks, Pair pair) {
        PairingRule between = definition.between();
        for (NetworkSpec source : networks) {
            for (NetworkSpec target : networks) {
                if (between.holds(source.name(), source.seed(), target.name(), target.seed())) {
                    pair.take(source, target);
                }
            }
        }
    }

    private CellBridge link(Bridge bridge, Point point, long seed) {
        if (bridge instanceof Bridge.Relative) {
            return new CellBridge.Relative(relative(point, seed));
        }
        if (bridge instanceof Bridge.EndToEnd way) {
            return endToEnd(way, point, seed);
        }
        if (bridge instanceof Bridge.Aligned aligned) {
            return new CellBridge.Aligned(
                    aligned.aligner(), anchors(point, seed), point.transforms());
        }
        return new CellBridge.Absolute(point.transforms());
    }

    /**
     * Adds one row per network for each end-to-end training that is stitched, or else the usual
     * row.
     */
    private void ownEndToEnd(At at, List<NetworkSpec> networks) {
        List<Bridge.EndToEnd> ways = definition.endToEnd(ChainKind.STITCH);
        for (Bridge.EndToEnd way : ways.isEmpty() ? List.of(new Bridge.EndToEnd()) : ways) {
            for (NetworkSpec network : networks) {
                CellBridge.EndToEnd pairs = endToEnd(way, at.point, network.seed());
                at.add(network, network, new CellBridge.OwnEndToEnd(pairs));
            }
        }
    }

    private CellBridge.EndToEnd endToEnd(Bridge.EndToEnd bridge, Point point, long seed) {
        LocatedExpression written = point.similarity();
        Similarity similarity = parts.get(Kind.SIMILARITY, Similarity.class, written).plugin();
        if (!(similarity instanceof DifferentiableSimilarity)) {
            throw written.where()
                    .refuse(
                            "%s trains networks through the similarity, so that must be"
                                    + " differentiable, and '%s' is not; cosine, robust-cosine and"
                                    + " euclidean are",
                            Bridge.EndToEnd.NAME, written);
        }
        networks(point).forEach(network -> makers.requireTrained(network, Bridge.EndToEnd.NAME));
        return new CellBridge.EndToEnd(
                new RelativeSpec(anchors(point, seed).orElseThrow(), written), bridge);
    }

    private CellBridge ownRelative(Point point, NetworkSpec network) {
        return new CellBridge.OwnRelative(relative(point, network.seed()));
    }

    private RelativeSpec relative(Point point, long seed) {
        return new RelativeSpec(
                anchors(point, seed).orElseThrow(),
                point.similarity(),
                point.transforms(),
                point.relativeTransforms());
    }

    /**
     * Returns the anchors at a point; all networks that are compared share them, so that anchors
     * correspond.
     */
    private Optional<AnchorSpec> anchors(Point point, long seed) {
        boolean repeated = definition.between().rule() == PairingRule.Rule.SAME_SEED;
        long chosen = point.anchorSeed().orElse(repeated ? seed : definition.seeds().get(0));
        Optional<NetworkSpec> among =
                definition.anchorsIn().map(name -> among(name, chosen, point));
        Map<String, LocatedExpression> places = places(point);
        LocatedExpression data =
                among.map(network -> places.get(network.name()))
                        .orElseGet(() -> places.values().iterator().next());
        boolean one = places.values().stream().allMatch(data::equals);
        return point.anchors()
                .map(
                        selector ->
                                new AnchorSpec(
                                        data, selector, chosen, among, one ? Map.of() : places));
    }

    /** Returns the dataset whose samples stand for the anchors in each network's space. */
    private Map<String, LocatedExpression> places(Point point) {
        Map<String, LocatedExpression> places = new LinkedHashMap<>();
        for (NetworkEntry entry : definition.networks()) {
            LocatedExpression own = entry.data().orElse(point.data());
            places.put(entry.name(), definition.anchorsFrom().getOrDefault(entry.name(), own));
        }
        return places;
    }

    /** Returns the network with a name; of its trainings, preferably the one from this seed. */
    private NetworkSpec among(String name, long seed, Point point) {
        NetworkSpec among =
                networks(point).stream()
                        .filter(network -> network.name().equals(name))
                        .min(Comparator.comparing(network -> network.seed() != seed))
                        .orElseThrow();
        makers.requirePenalties(among);
        return among;
    }

    private interface Pair {
        void take(NetworkSpec source, NetworkSpec target);
    }

    /** Plans the cells of one kind at one point of the grid. */
    private final class At {
        private final ChainKind kind;
        private final Point point;
        private final List<LocatedExpression> measured;
        private final List<LocatedExpression> trained;

        At(
                ChainKind kind,
                Point point,
                List<LocatedExpression> measured,
                List<LocatedExpression> trained) {
            this.trained = trained;
            this.kind = kind;
            this.point = point;
            this.measured = measured;
        }

        void plain(Control control, LocatedExpression data) {
            add(data, Widths.NONE, new CellBridge.Plain(control));
        }

        /** Adds the floor row: only for errors, and only if the outputs are bounded. */
        void floor(LocatedExpression data, LocatedExpression architecture) {
            OutputRange range = range(architecture);
            List<LocatedExpression> errors = measured.stream().filter(this::error).toList();
            if (range.bounded() && !errors.isEmpty()) {
                new At(kind, point, errors, List.of())
                        .add(data, Widths.NONE, new CellBridge.Floor(architecture, range));
            }
        }

        /**
         * Returns the output range of an architecture. If the plugin fails here, the cells that
         * need it report the failure.
         */
        private OutputRange range(LocatedExpression architecture) {
            try {
                return parts.get(Kind.ARCHITECTURE, DecoderArchitecture.class, architecture)
                        .plugin()
                        .range();
            } catch (PluginFailureException broken) {
                return OutputRange.ALL;
            }
        }

        private boolean error(LocatedExpression metric) {
            try {
                return parts.get(Kind.METRIC, Metric.class, metric).plugin().traits().direction()
                        == Direction.LOWER_IS_BETTER;
            } catch (PluginFailureException broken) {
                return false;
            }
        }

        /** Adds a row of networks; the source's data is what is measured. */
        void add(NetworkSpec source, NetworkSpec target, CellBridge link) {
            Optional<NetworkSpec> from = Optional.of(link.trained(source));
            Optional<NetworkSpec> to = Optional.ofNullable(target).map(link::trained);
            from.ifPresent(makers::requirePenalties);
            to.ifPresent(makers::requirePenalties);
            add(source.data(), from, to, Widths.NONE, link);
        }

        /** Adds a row without networks. */
        void add(LocatedExpression data, Widths widths, CellBridge link) {
            add(data, Optional.empty(), Optional.empty(), widths, link);
        }

        private void add(
                LocatedExpression data,
                Optional<NetworkSpec> source,
                Optional<NetworkSpec> target,
                Widths widths,
                CellBridge link) {
            if (cells.size() == MOST_CELLS) {
                throw new InvalidInputException(
                        "an experiment may have at most %d cells, and this one has more: fewer seeds, networks, bridges or swept values make fewer"
                                .formatted(MOST_CELLS));
            }
            cells.add(
                    new Cell(
                            kind,
                            data,
                            point.objective(),
                            source,
                            target,
                            widths,
                            link,
                            measured,
                            trained));
        }
    }
}
