package relrep.runtime.run;

import relrep.api.model.Epoch;
import relrep.api.run.CancelledException;
import relrep.api.run.Run;
import relrep.api.run.UnavailableException;
import relrep.runtime.cache.CacheView;
import relrep.runtime.cache.Trained;
import relrep.runtime.cell.Cell;
import relrep.runtime.cell.DecoderSpec;
import relrep.runtime.cell.NetworkSpec;
import relrep.runtime.cell.PartRun;
import relrep.runtime.cell.Planner;
import relrep.runtime.cell.PluginResolver;
import relrep.runtime.experiment.Definition;
import relrep.runtime.experiment.ExperimentFile;
import relrep.runtime.experiment.RunOutcome;
import relrep.runtime.experiment.RunOutcome.End;
import relrep.runtime.experiment.RunRequest;
import relrep.runtime.figure.ExhibitPlanner;
import relrep.runtime.provenance.Machine;
import relrep.runtime.provenance.RunEnvironment;
import relrep.workbench.place.Places;
import relrep.workbench.progress.Cancellation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs an experiment whose plugins are all available, from its plan to its folder. */
public final class ChainRun {
    private final RunEnvironment surroundings;
    private final RunRequest request;
    private final Cancellation cancellation;
    private final Supplier<Optional<String>> gone;
    private final List<Map<String, String>> plugins;

    /**
     * Prepares a run.
     *
     * @param request the request
     * @param cancellation ends the run
     * @param gone returns the plugin whose removal ended the run, if that was the reason
     */
    public ChainRun(
            RunEnvironment surroundings,
            RunRequest request,
            Cancellation cancellation,
            Supplier<Optional<String>> gone) {
        this(surroundings, request, cancellation, gone, List.of());
    }

    /**
     * Prepares a run whose provenance lists the origins of its plugins.
     *
     * @param plugins kind, name, bundle, version and checksum of each
     */
    public ChainRun(
            RunEnvironment surroundings,
            RunRequest request,
            Cancellation cancellation,
            Supplier<Optional<String>> gone,
            List<Map<String, String>> plugins) {
        this.plugins = plugins;
        this.surroundings = surroundings;
        this.request = request;
        this.cancellation = cancellation;
        this.gone = gone;
    }

    /**
     * Runs; returns at the end, also after a cancellation.
     *
     * @param definition the experiment
     * @param parts its plugins
     * @param progress receives the progress
     */
    public RunOutcome run(Definition definition, PluginResolver parts, Run progress) {
        Optional<RunOutcome> finished =
                Recording.finished(definition.name(), definition.plain(), request);
        if (finished.isPresent()) {
            return finished.get();
        }
        RunTime cost = new RunTime();
        List<Cell> cells = Planner.plan(definition, parts);
        Places places =
                Places.of(
                        request.data(),
                        surroundings.environment(),
                        surroundings.home(),
                        request.directory());
        CacheView cache = surroundings.cache(places.cache()).view(request.fresh());
        Machine machine = new Machine(surroundings.environment());
        CellExecutor sweep =
                new CellExecutor(
                        cells,
                        parts,
                        cache,
                        places.forData(true),
                        surroundings.engine(),
                        machine.numeric());
        sweep.prepare(new PartRun(progress, progress.seed(), cancellation));
        ExhibitPlanner gallery = sweep.show(definition.figures());
        try (Recording recording = recording(definition, cost)) {
            return sweep(definition, cells, sweep, gallery, recording, progress);
        }
    }

    private Recording recording(Definition definition, RunTime cost) {
        return new Recording(
                definition.name(),
                definition.source(),
                definition.plain(),
                ExperimentFile.print(definition),
                request,
                surroundings,
                cost);
    }

    private RunOutcome sweep(
            Definition definition,
            List<Cell> cells,
            CellExecutor sweep,
            ExhibitPlanner gallery,
            Recording recording,
            Run progress) {
        recording.put("seeds", definition.seeds());
        recording.put("plugins", plugins);
        recording.put("data", sweep.checksums());
        List<String> columns = new ArrayList<>(Cell.COLUMNS);
        columns.addAll(List.of("metric", "value"));
        columns.addAll(Cell.MORE);
        if (cells.stream().anyMatch(cell -> cell.targetData().isPresent())) {
            columns.add(Cell.TARGET_DATASET);
        }
        for (String column : List.of(Cell.TRANSFORM, Cell.RELATIVE_TRANSFORM)) {
            if (cells.stream().anyMatch(cell -> cell.transformColumns().contains(column))) {
                columns.add(column);
            }
        }
        recording.folder().columns(columns);
        OrderedRowWriter ledger =
                new OrderedRowWriter(definition.name(), cells, recording.folder());
        Run noted = NotedRun.of(progress, recording.folder()::log);
        List<Thread> left = new ArrayList<>();
        try {
            recording.put("libraries", libraries(sweep));
            sweep.run(request.jobs(), noted, cancellation, ledger::take, left::addAll);
            sweep.shares().forEach(recording::put);
            tables(sweep, ledger, recording);
            recording.show(definition.figures(), gallery.exhibits());
            return recording.end(End.DONE, "", ledger.rows(), ledger.failures());
        } catch (CancelledException ended) {
            ledger.finish();
            Optional<String> plugin = gone.get();
            return recording.end(
                    plugin.isPresent() ? End.PLUGIN_GONE : End.CANCELLED,
                    surroundings.reason(plugin.orElse(ended.getMessage()), left),
                    ledger.rows(),
                    ledger.failures());
        } catch (UnavailableException lacking) {
            ledger.finish();
            throw recording.lacking(lacking, ledger.rows(), ledger.failures());
        } finally {
            ledger.finish();
        }
    }

    /**
     * Loads the native libraries on this thread before several threads use them. If two threads
     * load JavaCPP's first native libraries in different ways at the same time, they deadlock.
     */
    private Object libraries(CellExecutor sweep) {
        return sweep.computed()
                ? surroundings.libraries()
                : "not loaded: every cell came out of the cache";
    }

    private static void tables(CellExecutor sweep, OrderedRowWriter ledger, Recording recording) {
        List<String> columns = new ArrayList<>(Cell.COLUMNS);
        columns.add("kind");
        columns.addAll(List.of("of", "name", "value"));
        recording.folder().table("details.csv", columns, ledger.details());
        recording.folder().table("training.csv", TRAINING, histories(sweep));
    }

    private static final List<String> TRAINING =
            List.of(
                    "dataset",
                    "architecture",
                    "network",
                    "seed",
                    "width",
                    "decoder_of",
                    "through",
                    "epoch",
                    "train_loss",
                    "validation_loss");

    private static List<Map<String, String>> histories(CellExecutor sweep) {
        List<Map<String, String>> all = new ArrayList<>();
        for (Object spec : sweep.trained()) {
            NetworkSpec network =
                    spec instanceof DecoderSpec decoder ? decoder.network() : (NetworkSpec) spec;
            List<Epoch> history = sweep.kept(spec).map(Trained::history).orElse(List.of());
            for (Epoch epoch : history) {
                Map<String, String> row = new LinkedHashMap<>();
                row.put("dataset", network.data().toString());
                row.put("architecture", network.architecture().toString());
                row.put("network", network.name());
                row.put("seed", Long.toString(network.seed()));
                row.put("width", Integer.toString(network.width()));
                if (spec instanceof DecoderSpec decoder) {
                    row.put(
                            "decoder_of",
                            decoder.relative()
                                    .map(
                                            how ->
                                                    how.similarity()
                                                            + " to "
                                                            + how.anchors().selector())
                                    .orElse("latents"));
                }
                network.through().ifPresent(how -> row.put("through", how.toString()));
                row.put("epoch", Integer.toString(epoch.number()));
                row.put("train_loss", Double.toString(epoch.trainLoss()));
                epoch.validationLoss()
                        .ifPresent(loss -> row.put("validation_loss", Double.toString(loss)));
                all.add(row);
            }
        }
        return all;
    }
}
