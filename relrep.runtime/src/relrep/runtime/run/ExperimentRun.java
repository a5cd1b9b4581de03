package relrep.runtime.run;

import relrep.api.experiment.Experiment;
import relrep.api.experiment.Row;
import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.run.UnavailableException;
import relrep.runtime.cell.Cell;
import relrep.runtime.cell.Task;
import relrep.runtime.cell.TaskScheduler;
import relrep.runtime.compute.CellOutcome;
import relrep.runtime.experiment.RunOutcome;
import relrep.runtime.experiment.RunOutcome.End;
import relrep.runtime.experiment.RunRequest;
import relrep.runtime.provenance.RunEnvironment;
import relrep.workbench.place.Places;
import relrep.workbench.plugins.Expression;
import relrep.workbench.progress.Cancellation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Runs an {@link relrep.api.experiment.Experiment} plugin. */
public final class ExperimentRun {
    private final RunEnvironment surroundings;
    private final RunRequest request;
    private final Cancellation cancellation;
    private final Supplier<Optional<String>> gone;
    private final List<Map<String, String>> plugins;
    private final List<Row> rows = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();

    public ExperimentRun(
            RunEnvironment surroundings,
            RunRequest request,
            Cancellation cancellation,
            Supplier<Optional<String>> gone) {
        this(surroundings, request, cancellation, gone, List.of());
    }

    public ExperimentRun(
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
        columns.addAll(Cell.COLUMNS);
        columns.addAll(List.of("metric", "value"));
    }

    public RunOutcome run(Expression expression, Experiment experiment, Run progress) {
        long seed = request.seed().orElse(1);
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("name", expression.name());
        definition.put("experiment", expression.toString());
        definition.put("seeds", List.of(seed));
        Optional<RunOutcome> finished = Recording.finished(expression.name(), definition, request);
        if (finished.isPresent()) {
            return finished.get();
        }
        String text = "# relrep run '" + expression + "' --seed " + seed + "\n";
        try (Recording recording =
                new Recording(
                        expression.name(),
                        "",
                        definition,
                        text,
                        request,
                        surroundings,
                        new RunTime())) {
            recording.put("plugins", plugins);
            recording.folder().columns(List.copyOf(columns));
            return run(expression.name(), experiment, seed, recording, progress);
        }
    }

    private RunOutcome run(
            String name, Experiment experiment, long seed, Recording recording, Run progress) {
        Places places =
                Places.of(
                        request.data(),
                        surroundings.environment(),
                        surroundings.home(),
                        request.directory());
        Run noted = NotedRun.of(progress, recording.folder()::log);
        List<Map<String, String>> failures = new ArrayList<>();
        List<Thread> left = new ArrayList<>();
        try {
            Task.Work work =
                    run ->
                            experiment.run(
                                    places.forData(true),
                                    row -> take(name, row, recording),
                                    run.with(Seed.of(seed).branch(name)));
            TaskScheduler.work(
                    List.of(new Task("", 1, Set.of(), work)), 1, noted, cancellation, left::addAll);
        } catch (CancelledException ended) {
            Optional<String> plugin = gone.get();
            return recording.end(
                    plugin.isPresent() ? End.PLUGIN_GONE : End.CANCELLED,
                    surroundings.reason(plugin.orElse(ended.getMessage()), left),
                    rows,
                    List.of());
        } catch (InvalidInputException | UnavailableException refused) {
            throw refused;
        } catch (RuntimeException | Error failure) {
            recording.folder().log("failed: " + name, failure);
            failures.add(
                    Map.of(
                            "experiment",
                            name,
                            "reason",
                            new CellOutcome.Failure("", failure).reason()));
        }
        return recording.end(End.DONE, "", rows, failures);
    }

    /** Adds a row. A new column makes the file start again. */
    private synchronized void take(String name, Row row, Recording recording) {
        cancellation.check();
        Map<String, String> factors = new LinkedHashMap<>(row.factors());
        factors.putIfAbsent("experiment", name);
        Row whole = new Row(factors, row.metric(), row.value(), row.perSample());
        rows.add(whole);
        if (columns.addAll(factors.keySet())) {
            recording.folder().columns(List.copyOf(columns));
            recording.folder().add(rows);
        } else {
            recording.folder().add(List.of(whole));
        }
    }
}
