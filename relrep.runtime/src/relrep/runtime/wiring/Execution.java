package relrep.runtime.wiring;

import relrep.api.experiment.Experiment;
import relrep.runtime.experiment.Definition;
import relrep.runtime.experiment.LocatedExpression;
import relrep.runtime.experiment.RunOutcome;
import relrep.runtime.provenance.BundleDigests;
import relrep.runtime.provenance.RunEnvironment;
import relrep.runtime.run.ChainRun;
import relrep.runtime.run.ExperimentRun;
import relrep.workbench.plugins.Kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs jobs whose plugins are available. */
final class Execution {
    private final RunEnvironment surroundings;
    private final BundleDigests digests;

    Execution(RunEnvironment surroundings, BundleDigests digests) {
        this.surroundings = surroundings;
        this.digests = digests;
    }

    /** Runs a job to its end. */
    RunOutcome of(ChainJob job, List<Chain.Bound> bound) {
        ChainPlugins parts = new ChainPlugins(bound.stream().map(this::given).toList());
        parts.makeAll(job.subject().required());
        Optional<Definition> definition = job.subject().definition();
        RunOutcome outcome =
                definition.isPresent()
                        ? chain(job, definition.get(), parts, origins(bound))
                        : experiment(
                                job, job.subject().plugin().orElseThrow(), parts, origins(bound));
        job.end(outcome);
        return outcome;
    }

    /** Returns the origins of the plugins. Of several plugins with one name, the first is used. */
    private List<Map<String, String>> origins(List<Chain.Bound> bound) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (Chain.Bound one : bound) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("kind", one.kind().key());
            facts.put("name", one.name());
            Map<String, String> origin = digests.list(List.of(one.bundle())).get(0);
            facts.put("bundle", origin.get("name"));
            facts.put("version", origin.get("version"));
            facts.put("sha256", origin.get("sha256"));
            all.putIfAbsent(one.kind().key() + " " + one.name(), facts);
        }
        return List.copyOf(all.values());
    }

    private ChainPlugins.Given given(Chain.Bound bound) {
        return new ChainPlugins.Given(
                bound.kind(), bound.name(), bound.service(), () -> digests.code(bound.bundle()));
    }

    private RunOutcome chain(
            ChainJob job,
            Definition definition,
            ChainPlugins parts,
            List<Map<String, String>> plugins) {
        return new ChainRun(surroundings, job.request(), job.cancellation(), job::gone, plugins)
                .run(definition, parts, job.progress());
    }

    private RunOutcome experiment(
            ChainJob job,
            LocatedExpression written,
            ChainPlugins parts,
            List<Map<String, String>> plugins) {
        Experiment plugin = parts.get(Kind.EXPERIMENT, Experiment.class, written).plugin();
        return new ExperimentRun(
                        surroundings, job.request(), job.cancellation(), job::gone, plugins)
                .run(written.expression(), plugin, job.progress());
    }
}
