package relrep.runtime.run;

import com.google.gson.GsonBuilder;

import relrep.api.experiment.Row;
import relrep.api.report.Exhibit;
import relrep.api.report.Figure;
import relrep.api.report.Report;
import relrep.api.report.Reporter;
import relrep.api.run.UnavailableException;
import relrep.runtime.cell.Cell;
import relrep.runtime.cell.Digest;
import relrep.runtime.experiment.RunOutcome;
import relrep.runtime.experiment.RunOutcome.End;
import relrep.runtime.experiment.RunRequest;
import relrep.runtime.folder.FinishedRun;
import relrep.runtime.folder.Provenance;
import relrep.runtime.folder.RunFolder;
import relrep.runtime.provenance.Machine;
import relrep.runtime.provenance.PathRedaction;
import relrep.runtime.provenance.RunEnvironment;
import relrep.workbench.contract.CheckedPlugin;
import relrep.workbench.terminal.Quantity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes everything about a run into its folder, from the first file to the last. */
final class Recording implements AutoCloseable {
    private final String experiment;
    private final String source;
    private final Map<String, Object> definition;
    private final RunRequest request;
    private final RunEnvironment surroundings;
    private final RunFolder folder;
    private final Provenance provenance;
    private final RunTime cost;
    private final Instant begun;
    private List<Figure> figures = List.of();
    private List<Exhibit> exhibits = List.of();

    /**
     * Opens the folder and writes everything that is known before the first result.
     *
     * @param definition the experiment as plain values
     * @param text the experiment as a file that runs it again
     * @param cost the run's clock, which already runs
     */
    Recording(
            String experiment,
            String source,
            Map<String, Object> definition,
            String text,
            RunRequest request,
            RunEnvironment surroundings,
            RunTime cost) {
        this.cost = cost;
        this.experiment = experiment;
        this.source = source;
        this.definition = definition;
        this.request = request;
        this.surroundings = surroundings;
        this.begun = Instant.now(surroundings.clock()).minus(cost.elapsed());
        String digest = digest(experiment, definition);
        this.folder = open(digest);
        this.provenance = new Provenance(experiment, digest);
        begin(text);
    }

    private static String digest(String experiment, Map<String, Object> definition) {
        return new Digest("definition")
                .add(new GsonBuilder().serializeNulls().create().toJson(definition))
                .add(experiment)
                .hex();
    }

    /**
     * Returns the results in the folder that the user named, if a run of the same experiment has
     * finished there. Then there is nothing to compute, unless the user wants everything computed
     * again.
     */
    static Optional<RunOutcome> finished(
            String experiment, Map<String, Object> definition, RunRequest request) {
        return request.out()
                .filter(out -> !request.fresh())
                .map(request.directory()::resolve)
                .flatMap(
                        out ->
                                FinishedRun.in(out, experiment, digest(experiment, definition))
                                        .map(found -> outcome(experiment, out, found, request)));
    }

    private static RunOutcome outcome(
            String experiment, Path out, FinishedRun found, RunRequest request) {
        return new RunOutcome(
                experiment,
                out,
                End.DONE,
                found.rows(),
                found.failures(),
                found.summary(),
                "%s is finished already: %s in %s; nothing was computed"
                        .formatted(experiment, counted(found.rows().size()), shown(out, request)));
    }

    private RunFolder open(String digest) {
        Path directory = request.directory();
        return request.out()
                .map(directory::resolve)
                .map(out -> RunFolder.open(out, experiment, digest, surroundings.clock()))
                .orElseGet(
                        () ->
                                RunFolder.create(
                                        directory, experiment, digest, surroundings.clock()));
    }

    private void begin(String text) {
        provenance
                .put("relrep", surroundings.version())
                .put("commit", surroundings.commit())
                .put("command", request.command().stream().map(this::portable).toList())
                .put("seeds", definition.getOrDefault("seeds", List.of()))
                .put("jobs", request.jobs())
                .put("fresh", request.fresh())
                .put("started", now())
                .put("machine", new Machine(surroundings.environment()).facts())
                .put("bundles", surroundings.bundles());
        folder.begin(text, provenance);
        folder.log("run " + experiment);
    }

    private String portable(String word) {
        return PathRedaction.word(word, request.directory(), surroundings.home());
    }

    /**
     * Returns the current time, counted from the start of the run, so that setting the clock back
     * cannot make it end before it started.
     */
    private String now() {
        return begun.plus(cost.elapsed()).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    RunFolder folder() {
        return folder;
    }

    void put(String key, Object value) {
        provenance.put(key, value);
    }

    /** Sets the figures and their exhibits. */
    void show(List<Figure> wanted, List<Exhibit> shown) {
        figures = wanted;
        exhibits = shown;
    }

    /** Writes the remaining files and runs the reporters. */
    RunOutcome end(End end, String reason, List<Row> rows, List<Map<String, String>> failures) {
        List<Map<String, String>> all = new ArrayList<>(failures);
        provenance.put("ended", now()).put("rows", rows.size());
        if (end == End.DONE) {
            all.addAll(report(rows, failures));
        }
        List<String> columns = new ArrayList<>(Cell.COLUMNS);
        columns.add("metric");
        columns.addAll(Cell.MORE.subList(0, 4));
        columns.add("reason");
        folder.table("failures.csv", columns, all);
        provenance.put("ended", now()).put("rows", rows.size()).put("failures", all.size());
        cost.tell(provenance);
        folder.log(end == End.DONE ? "finished" : "ended early: " + reason);
        folder.end(
                provenance,
                end == End.DONE ? Provenance.State.FINISHED : Provenance.State.INTERRUPTED);
        return new RunOutcome(
                experiment,
                folder.path(),
                end,
                rows,
                all,
                summary(end),
                sentence(end, reason, rows.size(), all));
    }

    /**
     * Returns the exception for something that the machine lacks, after writing the finished rows.
     */
    UnavailableException lacking(
            UnavailableException cause, List<Row> rows, List<Map<String, String>> failures) {
        try {
            end(End.CANCELLED, cause.getMessage(), rows, failures);
        } catch (UnavailableException again) {
            cause.addSuppressed(again);
        }
        String place = shown(folder.path());
        return new UnavailableException(
                "%s; %s kept in %s, the same command with out=%s goes on"
                        .formatted(cause.getMessage(), counted(rows.size()), place, place),
                cause);
    }

    /** Runs the reporters. A failing reporter is listed like a failing cell; the rows are kept. */
    private List<Map<String, String>> report(List<Row> rows, List<Map<String, String>> failures) {
        Report report =
                new Report(
                        experiment,
                        source,
                        definition,
                        rows,
                        failures,
                        figures,
                        exhibits,
                        provenance.facts());
        List<Map<String, String>> failed = new ArrayList<>();
        Map<String, Reporter> reporters = surroundings.reporters();
        Map<String, Object> origins = new LinkedHashMap<>();
        reporters.forEach((name, each) -> origins.put(name, surroundings.origin(each)));
        provenance.put("reporters", origins);
        for (Map.Entry<String, Reporter> reporter : reporters.entrySet()) {
            try {
                CheckedPlugin.of(Reporter.class, reporter.getKey(), reporter.getValue())
                        .write(report, folder.path());
            } catch (IOException | RuntimeException failure) {
                folder.log("failed: reporter " + reporter.getKey(), failure);
                Map<String, String> one = new LinkedHashMap<>();
                one.put("experiment", experiment);
                one.put(
                        "reason",
                        failure instanceof IOException
                                ? "the reporter '%s' failed: %s"
                                        .formatted(reporter.getKey(), failure.getMessage())
                                : failure.getMessage());
                failed.add(one);
            }
        }
        return failed;
    }

    private String summary(End end) {
        Path file = folder.path().resolve("summary.md");
        try {
            return end == End.DONE && Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    private String sentence(End end, String reason, int rows, List<Map<String, String>> failures) {
        String place = shown(folder.path());
        String found = counted(rows);
        if (end != End.DONE) {
            return "%s ended early: %s; %s kept in %s; the same command with out=%s goes on"
                    .formatted(experiment, reason, found, place, place);
        }
        if (failures.isEmpty()) {
            return "%s: %s in %s".formatted(experiment, found, place);
        }
        return "%s: %s in %s, and %d failed, the first because %s"
                .formatted(
                        experiment,
                        found,
                        place,
                        failures.size(),
                        failures.get(0).getOrDefault("reason", ""));
    }

    private static String counted(int rows) {
        return Quantity.of(rows, "row");
    }

    private String shown(Path path) {
        return shown(path, request);
    }

    private static String shown(Path path, RunRequest request) {
        Path directory = request.directory().toAbsolutePath().normalize();
        Path absolute = path.toAbsolutePath().normalize();
        return Optional.of(absolute)
                .filter(file -> file.startsWith(directory))
                .map(directory::relativize)
                .orElse(absolute)
                .toString();
    }

    @Override
    public void close() {
        folder.close();
    }
}
