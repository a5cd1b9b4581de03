package relrep.runtime.figure;

import relrep.api.report.Figure;
import relrep.runtime.cell.AnchorSpec;
import relrep.runtime.cell.Cell;
import relrep.runtime.cell.CellBridge;
import relrep.runtime.cell.NetworkSpec;
import relrep.runtime.experiment.ChainKind;
import relrep.runtime.experiment.LocatedExpression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Groups the cells of an experiment by settings. Each group is shown in one figure. */
final class CellGroups {
    private static final int MOST = 4;
    private static final int PANELS = 9;

    private final List<Cell> cells;

    CellGroups(List<Cell> cells) {
        this.cells = cells;
    }

    /**
     * The cells of one figure.
     *
     * @param data the dataset; its test samples are shown
     * @param factors the fixed settings
     * @param cells the cells by caption, in order
     */
    record Setting(LocatedExpression data, Map<String, String> factors, Map<String, Cell> cells) {
        Setting {
            factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
            cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        }
    }

    /** The settings that distinguish groups. */
    private record Key(
            LocatedExpression data,
            int width,
            int targetWidth,
            Optional<LocatedExpression> anchors) {
        boolean has(int either) {
            return either == width || either == targetWidth;
        }

        boolean covers(Key without) {
            return data.equals(without.data)
                    && width == without.width
                    && targetWidth == without.targetWidth;
        }

        Map<String, String> factors() {
            Map<String, String> all = new LinkedHashMap<>();
            all.put("dataset", data.toString());
            all.put("width", Integer.toString(width));
            if (targetWidth != width) {
                all.put("target_width", Integer.toString(targetWidth));
            }
            anchors.ifPresent(selector -> all.put("selector", selector.toString()));
            return all;
        }
    }

    List<LocatedExpression> datasets() {
        return cells.stream().map(Cell::data).distinct().toList();
    }

    /** Returns one group for each pair of networks, with all bridges stitched between them. */
    List<Setting> pairs(Figure figure) {
        List<Setting> all = new ArrayList<>();
        for (Key key : keys(figure, cell -> cell.kind() == ChainKind.STITCH && pair(cell))) {
            List<Cell> here =
                    cells.stream().filter(c -> belongs(c, key, ChainKind.STITCH)).toList();
            Optional<Cell> first =
                    here.stream()
                            .filter(CellGroups::pair)
                            .filter(c -> seeded(c, figure))
                            .findFirst();
            first.ifPresent(
                    one ->
                            all.add(
                                    new Setting(
                                            key.data(),
                                            key.factors(),
                                            strips(
                                                    here,
                                                    one.source().orElseThrow(),
                                                    one.target().orElseThrow()))));
        }
        return most(figure, all.isEmpty() ? alone(figure) : all);
    }

    /**
     * Returns groups for experiments without pairs: each network with its own decoder, by width.
     */
    private List<Setting> alone(Figure figure) {
        Map<Key, Map<String, Cell>> found = new LinkedHashMap<>();
        for (Cell cell : cells) {
            boolean own =
                    cell.kind() == ChainKind.STITCH && !(cell.link() instanceof CellBridge.Chance);
            NetworkSpec network = cell.source().orElse(null);
            if (!own || network == null || cell.link() instanceof CellBridge.Plain) {
                continue;
            }
            Key key = new Key(cell.data(), network.width(), network.width(), Optional.empty());
            if (wanted(figure, key) && seeded(network, figure)) {
                found.computeIfAbsent(key, k -> new LinkedHashMap<>())
                        .putIfAbsent(network.label() + " " + how(cell), cell);
            }
        }
        return settings(found);
    }

    /**
     * Returns the strips of a pair: each network with its own decoder, then one to the other, and
     * back if they differ.
     */
    private static Map<String, Cell> strips(
            List<Cell> here, NetworkSpec source, NetworkSpec target) {
        Map<String, Cell> strips = new LinkedHashMap<>();
        for (NetworkSpec network : List.of(source, target)) {
            here.stream()
                    .filter(cell -> joins(cell, network, network))
                    .filter(cell -> !(cell.link() instanceof CellBridge.Plain))
                    .forEach(
                            cell ->
                                    strips.putIfAbsent(
                                            network.plain().label() + " " + how(cell), cell));
        }
        add(here, source, target, strips);
        if (!source.name().equals(target.name())) {
            add(here, target, source, strips);
        }
        here.stream()
                .filter(cell -> cell.link() instanceof CellBridge.Plain)
                .filter(
                        cell ->
                                cell.source()
                                        .map(pca -> pca.width() == target.width())
                                        .orElse(true))
                .forEach(cell -> strips.putIfAbsent(cell.link().column(), cell));
        return strips;
    }

    private static void add(
            List<Cell> here, NetworkSpec source, NetworkSpec target, Map<String, Cell> strips) {
        here.stream()
                .filter(cell -> joins(cell, source, target))
                .forEach(
                        cell ->
                                strips.putIfAbsent(
                                        source.plain().label()
                                                + " → "
                                                + target.plain().label()
                                                + " "
                                                + how(cell),
                                        cell));
    }

    private static boolean joins(Cell cell, NetworkSpec source, NetworkSpec target) {
        return cell.source().filter(end -> end.plain().equals(source.plain())).isPresent()
                && cell.target().filter(end -> end.plain().equals(target.plain())).isPresent();
    }

    private static String how(Cell cell) {
        return cell.link().column()
                + cell.link().relative().map(r -> ", " + r.similarity()).orElse("");
    }

    /** Returns one group for each width, of networks as they are or relative. */
    List<Setting> networks(Figure figure) {
        if (figure.option("space").filter("relative"::equals).isPresent()) {
            return relatives(figure);
        }
        Map<Key, Map<String, Cell>> found = new LinkedHashMap<>();
        for (Cell cell : cells) {
            for (NetworkSpec network : networks(cell)) {
                Key key = new Key(cell.data(), network.width(), network.width(), Optional.empty());
                if (wanted(figure, key) && seeded(network, figure)) {
                    found.computeIfAbsent(key, k -> new LinkedHashMap<>())
                            .putIfAbsent(
                                    network.label(),
                                    described(
                                            cell,
                                            network,
                                            new CellBridge.Absolute(cell.link().transforms())));
                }
            }
        }
        return most(figure, gathered(figure, settings(found)));
    }

    /** Returns one group for each width and choice of anchors, of relative networks. */
    List<Setting> relatives(Figure figure) {
        Map<Key, Map<String, Cell>> found = new LinkedHashMap<>();
        for (Cell cell : cells) {
            if (cell.link().relative().isEmpty() || cell.source().isEmpty()) {
                continue;
            }
            for (NetworkSpec network : networks(cell)) {
                Key key = key(cell);
                if (wanted(figure, key) && seeded(network, figure)) {
                    CellBridge.Relative how =
                            new CellBridge.Relative(cell.link().relative().orElseThrow());
                    found.computeIfAbsent(key, k -> new LinkedHashMap<>())
                            .putIfAbsent(
                                    network.label() + ", " + how.how().similarity(),
                                    described(cell, network, how));
                }
            }
        }
        return most(figure, gathered(figure, settings(found)));
    }

    private static List<NetworkSpec> networks(Cell cell) {
        Set<NetworkSpec> both = new LinkedHashSet<>();
        if (!(cell.link() instanceof CellBridge.Plain)) {
            cell.source().ifPresent(both::add);
            cell.target().ifPresent(both::add);
        }
        return List.copyOf(both);
    }

    /** Returns the cell that describes the same network without anchors. */
    static Cell absolute(Cell relative) {
        return described(
                relative,
                relative.source().orElseThrow(),
                new CellBridge.Absolute(relative.link().transforms()));
    }

    private static Cell described(Cell like, NetworkSpec network, CellBridge link) {
        return new Cell(
                ChainKind.DESCRIBE,
                like.data(),
                like.objective(),
                Optional.of(network),
                Optional.empty(),
                Cell.Widths.NONE,
                link,
                List.of(),
                List.of());
    }

    /** Returns the groups without those that another group of the same data contains. */
    private static List<Setting> settings(Map<Key, Map<String, Cell>> found) {
        List<Setting> all = new ArrayList<>();
        found.forEach(
                (key, shown) -> {
                    Map<String, Cell> some = new LinkedHashMap<>();
                    shown.entrySet().stream()
                            .limit(PANELS)
                            .forEach(one -> some.put(one.getKey(), one.getValue()));
                    boolean again =
                            found.entrySet().stream()
                                    .anyMatch(other -> contains(other, key, shown, all));
                    if (!again) {
                        all.add(new Setting(key.data(), key.factors(), some));
                    }
                });
        return all;
    }

    private static boolean contains(
            Map.Entry<Key, Map<String, Cell>> other,
            Key key,
            Map<String, Cell> shown,
            List<Setting> before) {
        Set<Cell> cells = Set.copyOf(other.getValue().values());
        boolean earlier =
                before.stream().anyMatch(s -> Set.copyOf(s.cells().values()).equals(cells));
        return !other.getKey().equals(key)
                && cells.containsAll(shown.values())
                && (cells.size() > Set.copyOf(shown.values()).size() || earlier);
    }

    private Set<Key> keys(Figure figure, Predicate<Cell> which) {
        Set<Key> keys = new LinkedHashSet<>();
        cells.stream().filter(which).map(CellGroups::key).forEach(keys::add);
        // what needs no anchors belongs to every choice of them
        keys.removeIf(
                key ->
                        key.anchors().isEmpty()
                                && keys.stream().anyMatch(o -> !o.equals(key) && o.covers(key)));
        keys.removeIf(key -> !wanted(figure, key));
        return keys;
    }

    private static Key key(Cell cell) {
        NetworkSpec source = cell.source().orElseThrow();
        NetworkSpec target = cell.target().orElse(source);
        return new Key(
                cell.data(),
                source.width(),
                target.width(),
                cell.link().anchors().map(AnchorSpec::selector));
    }

    private static boolean belongs(Cell cell, Key key, ChainKind kind) {
        return cell.kind() == kind
                && cell.data().equals(key.data())
                && cell.source().map(s -> key.has(s.width())).orElse(true)
                && cell.target().map(t -> key.has(t.width())).orElse(true)
                && !(cell.link() instanceof CellBridge.Chance)
                && cell.link()
                        .anchors()
                        .map(spec -> key.anchors().filter(spec.selector()::equals).isPresent())
                        .orElse(true);
    }

    private static boolean pair(Cell cell) {
        return cell.source().isPresent()
                && cell.target().isPresent()
                && !cell.source().equals(cell.target());
    }

    private static boolean wanted(Figure figure, Key key) {
        List<Long> widths = figure.numbers("width");
        return counted(figure, key)
                && (widths.isEmpty()
                        || widths.contains((long) key.width())
                        || widths.contains((long) key.targetWidth()));
    }

    /**
     * Returns whether the number of anchors is known, which is the case if the selector's
     * expression gives it.
     */
    private static boolean counted(Figure figure, Key key) {
        List<Long> counts = figure.numbers("anchors");
        Optional<String> count = key.anchors().map(a -> a.expression().options().get("count"));
        return counts.isEmpty()
                || count.isEmpty()
                || counts.stream().map(String::valueOf).anyMatch(count.get()::equals);
    }

    private static boolean seeded(NetworkSpec network, Figure figure) {
        List<Long> seeds = figure.numbers("seeds");
        return seeds.isEmpty() || seeds.contains(network.seed());
    }

    private static boolean seeded(Cell cell, Figure figure) {
        return cell.source().map(s -> seeded(s, figure)).orElse(true)
                && cell.target().map(t -> seeded(t, figure)).orElse(true);
    }

    /**
     * Returns groups that differ by the dataset alone as one, if the figure shows them together.
     */
    private List<Setting> gathered(Figure figure, List<Setting> apart) {
        if (figure.option("datasets").filter("together"::equals).isEmpty()) {
            return apart;
        }
        Map<Map<String, String>, Map<String, Cell>> found = new LinkedHashMap<>();
        for (Setting one : apart) {
            Map<String, String> factors = new LinkedHashMap<>(one.factors());
            factors.remove("dataset");
            found.computeIfAbsent(factors, same -> new LinkedHashMap<>()).putAll(one.cells());
        }
        return found.entrySet().stream()
                .map(one -> new Setting(apart.get(0).data(), one.getKey(), inOrder(one.getValue())))
                .toList();
    }

    /** Returns cells in the order in which the experiment has their networks. */
    private Map<String, Cell> inOrder(Map<String, Cell> shown) {
        List<Optional<NetworkSpec>> order = cells.stream().map(Cell::source).distinct().toList();
        Map<String, Cell> sorted = new LinkedHashMap<>();
        shown.entrySet().stream()
                .sorted(Comparator.comparing(one -> order.indexOf(one.getValue().source())))
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }

    private static List<Setting> most(Figure figure, List<Setting> all) {
        return List.copyOf(all.subList(0, Math.min(all.size(), figure.number("most", MOST))));
    }
}
