package relrep.runtime.run;

import relrep.api.data.DataPlaces;
import relrep.api.metric.Metric;
import relrep.api.metric.MetricTraits;
import relrep.api.model.Objective;
import relrep.api.report.Figure;
import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.UnavailableException;
import relrep.runtime.cache.CacheView;
import relrep.runtime.cache.Trained;
import relrep.runtime.cell.AnchorSpec;
import relrep.runtime.cell.Cell;
import relrep.runtime.cell.CellBridge;
import relrep.runtime.cell.CellKeys;
import relrep.runtime.cell.CellResult;
import relrep.runtime.cell.CellResult.Finding;
import relrep.runtime.cell.DecoderSpec;
import relrep.runtime.cell.NetworkSpec;
import relrep.runtime.cell.PartRun;
import relrep.runtime.cell.PluginResolver;
import relrep.runtime.cell.TaskScheduler;
import relrep.runtime.compute.CellOutcome;
import relrep.runtime.compute.Data;
import relrep.runtime.compute.FrozenEncoders;
import relrep.runtime.compute.Networks;
import relrep.runtime.compute.Spaces;
import relrep.runtime.compute.Workspace;
import relrep.runtime.experiment.ChainKind;
import relrep.runtime.experiment.LocatedExpression;
import relrep.runtime.figure.CellSampleReader;
import relrep.runtime.figure.CellSamples;
import relrep.runtime.figure.ExhibitPlanner;
import relrep.workbench.contract.PluginFailureException;
import relrep.workbench.plugins.Kind;
import relrep.workbench.progress.Cancellation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Computes the cells of one experiment. It reads results in the cache first, then computes the
 * rest, several at once.
 */
final class CellExecutor {
    private static final double LOADING = 0.02;

    private final List<Cell> cells;
    private final PluginResolver parts;
    private final Data data;
    private final FrozenEncoders encoders;
    private final Networks networks;
    private final Spaces spaces;
    private final CellWork work;
    private final CellSampleReader excerpts;
    private final Map<Integer, CellResult> kept = new LinkedHashMap<>();
    private final List<Integer> open = new ArrayList<>();
    private final Map<LocatedExpression, UnavailableException> absent = new LinkedHashMap<>();
    private final Map<LocatedExpression, PluginFailureException> broken = new LinkedHashMap<>();
    private List<CellSamples> unseen = List.of();
    private int cached;

    /** Receives the outcome of each cell, from several threads, in any order. */
    interface Outcomes {
        void take(int cell, CellOutcome outcome);
    }

    CellExecutor(
            List<Cell> cells,
            PluginResolver parts,
            CacheView cache,
            DataPlaces places,
            String engine,
            Map<String, String> machine) {
        this.cells = List.copyOf(cells);
        this.parts = parts;
        Workspace all = new Workspace(parts, cache, places, engine, machine);
        CellKeys keys = all.keys();
        this.data = all.data();
        this.encoders = all.encoders();
        this.networks = all.networks();
        this.spaces = all.spaces();
        this.work = new CellWork(parts, spaces, cache, keys);
        this.excerpts = new CellSampleReader(parts, spaces, cache, keys);
    }

    /** Returns the checksums of every dataset that was loaded. */
    Map<String, Map<String, String>> checksums() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        Set<LocatedExpression> there = datasets();
        there.removeAll(absent.keySet());
        there.removeAll(broken.keySet());
        there.forEach(written -> all.put(written.toString(), data.checksums(written)));
        return all;
    }

    private Set<LocatedExpression> datasets() {
        Set<LocatedExpression> all = new LinkedHashSet<>();
        cells.forEach(cell -> all.addAll(needed(cell)));
        return all;
    }

    /**
     * Loads the data, reads the cache, and chooses anchors among samples. Invalid input found here
     * is reported before anything is trained or written.
     */
    void prepare(PartRun progress) {
        load(progress);
        prepareEncoders(progress);
        for (Cell cell : present()) {
            requireClasses(cell);
            cell.metrics().forEach(metric -> requireSamples(cell, metric));
        }
        for (int i = 0; i < cells.size(); i++) {
            progress.step(0, 1);
            if (needed(cells.get(i)).stream().anyMatch(absent::containsKey)) {
                kept.put(i, nothing(cells.get(i)));
                continue;
            }
            if (needed(cells.get(i)).stream().anyMatch(broken::containsKey)) {
                continue;
            }
            Optional<CellResult> result = work.kept(cells.get(i));
            if (result.isPresent()) {
                cached++;
                kept.put(i, result.get());
            } else {
                open.add(i);
                choose(cells.get(i), progress);
            }
        }
    }

    /**
     * Loads the datasets. If some are missing or broken, their rows say why. If all are missing,
     * the run fails.
     */
    private void load(PartRun progress) {
        Set<LocatedExpression> all = datasets();
        for (LocatedExpression written : all) {
            try {
                data.load(written, progress.part("load " + written, LOADING / all.size()));
            } catch (UnavailableException reason) {
                absent.put(written, reason);
            } catch (PluginFailureException reason) {
                broken.put(written, reason);
            }
        }
        if (absent.size() == all.size() && !all.isEmpty()) {
            throw absent.values().iterator().next();
        }
        absent.forEach(
                (written, reason) -> progress.note(written + " is absent: " + reason.getMessage()));
    }

    private void prepareEncoders(PartRun progress) {
        Set<LocatedExpression> all = new LinkedHashSet<>();
        for (Cell cell : present()) {
            Stream.concat(cell.source().stream(), cell.target().stream())
                    .filter(NetworkSpec::frozen)
                    .forEach(network -> all.add(network.architecture()));
        }
        all.forEach(written -> encoders.prepare(written, progress));
    }

    /**
     * Checks that heads have classes, and that one that is joined to another dataset's encoder has
     * that dataset's classes.
     */
    private void requireClasses(Cell cell) {
        if (cell.kind() != ChainKind.STITCH || cell.objective() != Objective.CLASSIFY) {
            return;
        }
        LocatedExpression from = cell.data();
        List<String> own = classes(from);
        if (cell.target().isEmpty()) {
            return;
        }
        LocatedExpression to = cell.target().get().data();
        List<String> other = classes(to);
        if (!own.equals(other)) {
            throw to.where()
                    .refuse(
                            "networks that are joined must have the same classes, and '%s' has %s,"
                                    + " '%s' has %s",
                            from, String.join(", ", own), to, String.join(", ", other));
        }
    }

    private List<String> classes(LocatedExpression written) {
        return data.get(written)
                .train()
                .labels()
                .orElseThrow(
                        () ->
                                written.where()
                                        .refuse(
                                                "networks that classify need labelled samples, and"
                                                        + " '%s' has none",
                                                written))
                .classes();
    }

    /** Returns the datasets that a cell needs. */
    private static Set<LocatedExpression> needed(Cell cell) {
        Set<LocatedExpression> all = new LinkedHashSet<>(List.of(cell.data()));
        cell.target().map(NetworkSpec::data).ifPresent(all::add);
        cell.link().anchors().ifPresent(spec -> all.addAll(spec.parallel()));
        return all;
    }

    private List<Cell> present() {
        return cells.stream()
                .filter(cell -> needed(cell).stream().noneMatch(absent::containsKey))
                .filter(cell -> needed(cell).stream().noneMatch(broken::containsKey))
                .toList();
    }

    private CellResult nothing(Cell cell) {
        String why =
                needed(cell).stream()
                        .filter(absent::containsKey)
                        .findFirst()
                        .map(data -> absent.get(data).getMessage())
                        .orElseThrow();
        List<Finding> findings = new ArrayList<>();
        boolean guess = cell.link() instanceof CellBridge.Chance;
        for (LocatedExpression metric : guess ? List.<LocatedExpression>of() : cell.metrics()) {
            String name = parts.get(Kind.METRIC, Metric.class, metric).expression().toString();
            findings.add(Finding.none(name, why));
        }
        return new CellResult(OptionalInt.empty(), findings, List.of());
    }

    private void choose(Cell cell, PartRun progress) {
        AnchorSpec spec = cell.link().anchors().orElse(null);
        if (spec == null || spec.among().isPresent()) {
            return;
        }
        try {
            if (cell.source().flatMap(NetworkSpec::through).isPresent()) {
                spaces.anchorSamples(spec, cell.source().orElseThrow(), progress);
            } else {
                spaces.anchors(spec, progress);
            }
        } catch (InvalidInputException refused) {
            throw spec.selector().where().refuse(refused, "%s", refused.getMessage());
        } catch (CancelledException | UnavailableException end) {
            throw end;
        } catch (RuntimeException | Error remembered) {
            return; // each cell that needs them says why
        }
    }

    private void requireSamples(Cell cell, LocatedExpression metric) {
        MetricTraits traits;
        try {
            traits = parts.get(Kind.METRIC, Metric.class, metric).plugin().traits();
        } catch (PluginFailureException broken) {
            return; // each cell that needs it says why
        }
        var test = data.get(cell.data()).test();
        if (test.size() < traits.minimumRows()) {
            throw metric.where()
                    .refuse(
                            "the metric '%s' needs at least %d test samples, %s has %d",
                            metric, traits.minimumRows(), cell.data(), test.size());
        }
        if (traits.needs().contains(MetricTraits.Need.LABELS) && test.labels().isEmpty()) {
            throw metric.where()
                    .refuse("the metric '%s' needs labels, %s has none", metric, cell.data());
        }
    }

    /** Plans the figures. The data must be loaded. */
    ExhibitPlanner show(List<Figure> figures) {
        ExhibitPlanner gallery = new ExhibitPlanner(figures, present(), data, excerpts);
        unseen = excerpts.open(gallery.excerpts());
        return gallery;
    }

    /**
     * Computes all cells and samples that are not in the cache; returns at the end.
     *
     * @param left receives the threads that did not react to a cancellation
     */
    void run(
            int jobs,
            Run progress,
            Cancellation cancellation,
            Outcomes outcomes,
            Consumer<List<Thread>> left) {
        kept.forEach((cell, result) -> outcomes.take(cell, new CellOutcome(result, List.of())));
        kept.clear();
        for (int i = 0; i < cells.size(); i++) {
            PluginFailureException reason =
                    needed(cells.get(i)).stream()
                            .map(broken::get)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null);
            if (reason != null) {
                outcomes.take(i, CellOutcome.failed(reason));
            }
        }
        if (computed()) {
            TaskScheduler.work(tasks(outcomes).all(), jobs, progress, cancellation, left);
        }
    }

    /**
     * Returns the tasks. The samples of a figure come right after the first cell with the same
     * networks, which are then in memory.
     */
    private TaskList tasks(Outcomes outcomes) {
        TaskList tasks = new TaskList(spaces);
        List<CellSamples> later = new ArrayList<>(unseen);
        for (int i = 0; i < cells.size(); i++) {
            int at = i;
            Cell cell = cells.get(i);
            if (open.contains(i)) {
                tasks.add(cell, run -> outcomes.take(at, work.of(cell, run)));
            }
            later.removeIf(excerpt -> near(excerpt, cell) && added(excerpt, tasks));
        }
        later.forEach(excerpt -> added(excerpt, tasks));
        return tasks;
    }

    private static boolean near(CellSamples excerpt, Cell cell) {
        return excerpt.cell().kind() == ChainKind.DESCRIBE
                ? excerpt.cell().source().equals(cell.source())
                : excerpt.cell().equals(CellSamples.plain(cell));
    }

    private boolean added(CellSamples excerpt, TaskList tasks) {
        tasks.add(excerpt.cell(), run -> excerpts.make(excerpt, run));
        return true;
    }

    /** Returns whether anything was computed rather than read from the cache. */
    boolean computed() {
        return !open.isEmpty() || !unseen.isEmpty();
    }

    /**
     * Returns how many cells and networks were computed and how many came from the cache, by their
     * names in the provenance. They make the duration of a run meaningful. Cells of missing
     * datasets are not counted.
     */
    Map<String, Integer> shares() {
        Map<String, Integer> shares = new LinkedHashMap<>();
        shares.put("cells_computed", open.size());
        shares.put("cells_cached", cached);
        long kept =
                trained().stream()
                        .filter(one -> !(one instanceof NetworkSpec spec && spec.frozen()))
                        .count();
        shares.put("networks_trained", networks.trained());
        shares.put("networks_cached", Math.max(0, (int) kept - networks.trained()));
        return shares;
    }

    /**
     * Returns the networks and decoders of the experiment, in the order in which cells need them.
     */
    Set<Object> trained() {
        Set<Object> all = new LinkedHashSet<>();
        for (Cell cell : present()) {
            for (Object need : CellDependencies.of(cell)) {
                if (need instanceof NetworkSpec || need instanceof DecoderSpec) {
                    all.add(need);
                }
            }
        }
        return all;
    }

    /** Returns the cache entry of a network or decoder. */
    Optional<Trained> kept(Object spec) {
        return spec instanceof NetworkSpec network
                ? networks.kept(network)
                : networks.kept((DecoderSpec) spec);
    }
}
