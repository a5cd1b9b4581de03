package relrep.runtime.run;

import relrep.api.data.Space;
import relrep.api.report.Reporter;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.tck.counterexample.BadPenalties;
import relrep.runtime.cache.Cache;
import relrep.runtime.experiment.Definition;
import relrep.runtime.experiment.ExperimentFile;
import relrep.runtime.experiment.RunOutcome;
import relrep.runtime.experiment.RunRequest;
import relrep.runtime.provenance.RunEnvironment;
import relrep.runtime.provenance.SourceCommit;
import relrep.runtime.wiring.ChainPlugins;
import relrep.runtime.wiring.ChainPlugins.Given;
import relrep.workbench.plugins.Kind;
import relrep.workbench.progress.Cancellation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A workbench of small plugins, with a cache and a current directory of its own. */
public final class TinyWorld implements RunEnvironment {
    public static final String EXPERIMENT =
            """
            name: tiny
            kind: [describe, compare, stitch]
            source: nobody, nowhere
            data: heaps
            networks: {a: rotor, b: rotor(steps=2)}
            width: [2, 3]
            seeds: [1, 2]
            anchors: draw(count=4)
            similarity: product
            bridges: [absolute, shift, relative]
            metrics: [level, apart, longer, wrong]
            """;

    final List<String> trainings = Collections.synchronizedList(new ArrayList<>());
    final List<Space> drawnFrom = Collections.synchronizedList(new ArrayList<>());
    final Cancellation cancellation = new Cancellation();
    Supplier<RuntimeException> trouble = () -> null;
    String code = "code 1";
    String engine = "engine 1";
    private final Path root;
    private Cache cache;
    private final Map<String, Reporter> reporters = new TreeMap<>();
    private final List<Given> more = new ArrayList<>();

    TinyWorld(Path root) {
        this.root = root;
        reporters.put(
                "lines",
                (report, folder) ->
                        Files.writeString(
                                folder.resolve("summary.md"), report.rows().size() + " rows\n"));
    }

    void plugin(Kind kind, String name, Object plugin) {
        give(more, kind, name, plugin);
    }

    void reporter(String name, Reporter reporter) {
        reporters.put(name, reporter);
    }

    ChainPlugins parts() {
        List<Given> given = new ArrayList<>();
        give(given, Kind.DATASET, "heaps", new Tiny.Heaps());
        give(given, Kind.DATASET, "nowhere", new Tiny.Absent());
        give(given, Kind.ARCHITECTURE, "rotor", new Rotor(trainings::add));
        give(given, Kind.ARCHITECTURE, "pca", new Rotor(trainings::add));
        give(given, Kind.SIMILARITY, "product", new Tiny.Product());
        give(given, Kind.SIMILARITY, "twice", new Tiny.Twice());
        give(given, Kind.SIMILARITY, "flat", new Tiny.Flat());
        give(given, Kind.SIMILARITY, "slope", new Tiny.Slope());
        give(given, Kind.SIMILARITY, "steep", new Tiny.Slope());
        give(given, Kind.PENALTY, "sum", BadPenalties.good());
        give(given, Kind.PENALTY, "related", new Tiny.Related());
        give(given, Kind.ANCHOR_SELECTOR, "draw", new Tiny.Draw(drawnFrom::add));
        give(given, Kind.ANCHOR_SELECTOR, "middles", new Tiny.Middles());
        give(given, Kind.ALIGNER, "shift", new Tiny.Shift());
        give(given, Kind.METRIC, "apart", new Tiny.Apart());
        give(given, Kind.METRIC, "longer", new Tiny.Longer(() -> trouble.get()));
        give(given, Kind.METRIC, "level", new Tiny.Level());
        give(given, Kind.METRIC, "wrong", new Tiny.Wrong());
        give(given, Kind.METRIC, "right", new Tiny.Right());
        given.addAll(0, more);
        return new ChainPlugins(given);
    }

    private void give(List<Given> given, Kind kind, String name, Object plugin) {
        given.add(new Given(kind, name, plugin, () -> code));
    }

    public static Definition define(String text, String... settings) {
        return new ExperimentFile("tiny.yaml", text, "tiny.yaml", "")
                .define(List.of(settings), OptionalLong.empty());
    }

    RunRequest request(String out, int jobs, boolean fresh) {
        return new RunRequest(
                "tiny.yaml",
                List.of(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.ofNullable(out).map(Path::of),
                jobs,
                fresh,
                false,
                List.of("relrep", "run", home() + "/tiny.yaml"),
                root);
    }

    RunOutcome run(String out, int jobs, String text, String... settings) {
        return run(request(out, jobs, false), Run.quiet(Seed.of(1)), text, settings);
    }

    RunOutcome run(RunRequest request, Run run, String text, String... settings) {
        return new ChainRun(this, request, cancellation, Optional::empty)
                .run(define(text, settings), parts(), run);
    }

    Path path(String name) {
        return root.resolve(name);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("RELREP_CACHE", root.resolve("cache").toString());
    }

    @Override
    public Path home() {
        return root.resolve("home");
    }

    @Override
    public synchronized Cache cache(Path folder) {
        if (cache == null) {
            cache = Cache.open(folder);
        }
        return cache;
    }

    @Override
    public Clock clock() {
        return Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    }

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public String commit() {
        return SourceCommit.UNKNOWN;
    }

    @Override
    public String engine() {
        return engine;
    }

    @Override
    public List<Map<String, String>> bundles() {
        return List.of(Map.of("name", "tiny", "version", "1", "sha256", code));
    }

    @Override
    public Map<String, String> libraries() {
        return Map.of("fingers", "ten");
    }

    @Override
    public String reason(String why, List<Thread> left) {
        return why;
    }

    @Override
    public Map<String, Reporter> reporters() {
        return reporters;
    }
}
