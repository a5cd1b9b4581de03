package relrep.runtime.chain;

import relrep.api.data.DataPlaces;
import relrep.api.metric.Metric;
import relrep.api.metric.MetricTraits;
import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.UnavailableException;
import relrep.runtime.cache.CacheView;
import relrep.runtime.cache.Trained;
import relrep.runtime.cell.AnchorSpec;
import relrep.runtime.cell.Cell;
import relrep.runtime.cell.CellFormat;
import relrep.runtime.cell.CellKeys;
import relrep.runtime.cell.CellResult;
import relrep.runtime.cell.Crew;
import relrep.runtime.cell.DecoderSpec;
import relrep.runtime.cell.NetworkSpec;
import relrep.runtime.cell.PartRun;
import relrep.runtime.cell.Parts;
import relrep.runtime.cell.Task;
import relrep.runtime.experiment.Written;
import relrep.runtime.plugins.Kind;
import relrep.runtime.progress.Cancellation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Computes the cells of one experiment: what the cache has first, then the rest, several at once.
 */
final class Sweep {
    private static final double LOADING = 0.02;
    private static final double NETWORK_WEIGHT = 60;
    private static final double DECODER_WEIGHT = 40;
    private static final double CELL_WEIGHT = 1;
    private static final CellFormat CELLS = new CellFormat();

    private final List<Cell> cells;
    private final Parts parts;
    private final CacheView cache;
    private final Data data;
    private final CellKeys keys;
    private final Networks networks;
    private final Spaces spaces;
    private final Map<Integer, CellResult> kept = new LinkedHashMap<>();
    private final List<Integer> open = new ArrayList<>();

    /** Takes the outcome of each cell, from several threads, in no order. */
    interface Outcomes {
        void take(int cell, CellOutcome outcome);
    }

    Sweep(
            List<Cell> cells,
            Parts parts,
            CacheView cache,
            DataPlaces places,
            Map<String, String> machine) {
        this.cells = List.copyOf(cells);
        this.parts = parts;
        this.cache = cache;
        this.data = new Data(parts, places);
        this.keys = new CellKeys(parts, machine, data::checksums);
        this.networks = new Networks(parts, data, keys, cache);
        this.spaces = new Spaces(parts, data, networks);
    }

    /** Returns the checksums of every dataset that was loaded. */
    Map<String, Map<String, String>> checksums() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        datasets().forEach(written -> all.put(written.toString(), data.checksums(written)));
        return all;
    }

    private Set<Written> datasets() {
        Set<Written> all = new LinkedHashSet<>();
        cells.forEach(cell -> all.add(cell.data()));
        return all;
    }

    /**
     * Loads the data, looks what the cache has, and chooses anchors among samples: whatever of this
     * is refused is refused before anything is trained or written.
     */
    void prepare(PartRun progress) {
        int count = datasets().size();
        for (Written written : datasets()) {
            data.load(written, progress.part("load " + written, LOADING / count));
        }
        for (Cell cell : cells) {
            cell.metrics().forEach(metric -> requireSamples(cell, metric));
        }
        for (int i = 0; i < cells.size(); i++) {
            progress.step(0, 1);
            Optional<CellResult> result = cache.get(keys.cell(cells.get(i)), CELLS);
            if (result.isPresent()) {
                kept.put(i, result.get());
            } else {
                open.add(i);
                cells.get(i).link().anchors().ifPresent(spec -> choose(spec, progress));
            }
        }
    }

    private void choose(AnchorSpec spec, PartRun progress) {
        if (spec.among().isEmpty()) {
            try {
                spaces.anchors(spec, progress);
            } catch (InvalidInputException refused) {
                throw spec.selector().where().refuse(refused, "%s", refused.getMessage());
            } catch (CancelledException | UnavailableException end) {
                throw end;
            } catch (RuntimeException | LinkageError remembered) {
                return; // each cell that needs them says why
            }
        }
    }

    private void requireSamples(Cell cell, Written metric) {
        MetricTraits traits = parts.get(Kind.METRIC, Metric.class, metric).plugin().traits();
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

    /** Computes every cell that is open; returns when all are over. */
    void run(int jobs, Run progress, Cancellation cancellation, Outcomes outcomes) {
        kept.forEach((cell, result) -> outcomes.take(cell, new CellOutcome(result, List.of())));
        kept.clear();
        if (!open.isEmpty()) {
            Crew.work(tasks(outcomes), jobs, progress, cancellation);
        }
    }

    /** Tells whether anything was computed that the cache did not have. */
    boolean computed() {
        return !open.isEmpty();
    }

    private List<Task> tasks(Outcomes outcomes) {
        List<Task> tasks = new ArrayList<>();
        Map<Object, Integer> makers = new HashMap<>();
        Uses uses = new Uses(spaces);
        for (int i : open) {
            Cell cell = cells.get(i);
            Set<Integer> after = new LinkedHashSet<>();
            for (Object need : Needs.of(cell)) {
                if (need instanceof NetworkSpec network) {
                    after.add(network(network, tasks, makers, uses));
                } else if (need instanceof DecoderSpec decoder) {
                    after.add(decoder(decoder, tasks, makers, uses));
                }
            }
            tasks.add(
                    uses.task(
                            cell.label(),
                            CELL_WEIGHT,
                            after,
                            Needs.of(cell),
                            run -> outcomes.take(i, outcome(cell, run))));
        }
        return tasks;
    }

    private int network(
            NetworkSpec spec, List<Task> tasks, Map<Object, Integer> makers, Uses uses) {
        Integer maker = makers.get(spec);
        if (maker == null) {
            maker = tasks.size();
            makers.put(spec, maker);
            tasks.add(
                    uses.task(
                            "train " + spec.label(),
                            NETWORK_WEIGHT,
                            Set.of(),
                            Set.of(spec),
                            run -> attempt(() -> networks.get(spec, run))));
        }
        return maker;
    }

    private int decoder(
            DecoderSpec spec, List<Task> tasks, Map<Object, Integer> makers, Uses uses) {
        Integer maker = makers.get(spec);
        if (maker == null) {
            Set<Integer> after = new LinkedHashSet<>();
            Set<Object> needs = new LinkedHashSet<>(Set.of(spec));
            for (NetworkSpec network : networks(spec)) {
                after.add(network(network, tasks, makers, uses));
                needs.add(network);
            }
            maker = tasks.size();
            makers.put(spec, maker);
            tasks.add(
                    uses.task(
                            "train " + spec.label(),
                            DECODER_WEIGHT,
                            after,
                            needs,
                            run -> attempt(() -> spaces.decoder(spec, run))));
        }
        return maker;
    }

    /** Its own, and the one in whose latents its anchors are chosen. */
    private static List<NetworkSpec> networks(DecoderSpec spec) {
        List<NetworkSpec> all = new ArrayList<>(List.of(spec.network()));
        spec.relative().anchors().among().ifPresent(all::add);
        return all;
    }

    /** What cannot be trained fails where it is used: each cell that needs it says why. */
    private static void attempt(Runnable training) {
        try {
            training.run();
        } catch (CancelledException | UnavailableException end) {
            throw end;
        } catch (RuntimeException | LinkageError | OutOfMemoryError remembered) {
            return;
        }
    }

    private CellOutcome outcome(Cell cell, PartRun run) {
        AtomicReference<CellOutcome> made = new AtomicReference<>();
        CellResult result =
                cache.compute(
                        keys.cell(cell),
                        CELLS,
                        run,
                        () -> {
                            made.set(computed(cell, run.with(cell.branch())));
                            return made.get().result();
                        },
                        any -> made.get().failures().isEmpty());
        return made.get() == null ? new CellOutcome(result, List.of()) : made.get();
    }

    private CellOutcome computed(Cell cell, PartRun run) {
        Measuring measuring = new Measuring(parts, run);
        try {
            switch (cell.kind()) {
                case DESCRIBE -> new Describing(spaces).measure(cell, measuring, run);
                case COMPARE -> new Comparing(spaces).measure(cell, measuring, run);
                case STITCH -> new Stitching(spaces).measure(cell, measuring, run);
            }
            return measuring.outcome(spaces.count(cell.link(), run));
        } catch (CancelledException | UnavailableException end) {
            throw end;
        } catch (RuntimeException | LinkageError | OutOfMemoryError failure) {
            return new CellOutcome(
                    new CellResult(OptionalInt.empty(), List.of(), List.of()),
                    List.of(new CellOutcome.Failure("", failure)));
        }
    }

    /**
     * Returns the networks and decoders of the experiment, in the order in which cells need them.
     */
    Set<Object> trained() {
        Set<Object> all = new LinkedHashSet<>();
        for (Cell cell : cells) {
            for (Object need : Needs.of(cell)) {
                if (need instanceof NetworkSpec || need instanceof DecoderSpec) {
                    all.add(need);
                }
            }
        }
        return all;
    }

    /** Returns what is kept of a network or decoder. */
    Optional<Trained> kept(Object spec) {
        return spec instanceof NetworkSpec network
                ? networks.kept(network)
                : networks.kept((DecoderSpec) spec);
    }
}
