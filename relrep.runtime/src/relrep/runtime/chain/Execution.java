package relrep.runtime.chain;

import relrep.api.experiment.Experiment;
import relrep.runtime.experiment.Definition;
import relrep.runtime.experiment.RunOutcome;
import relrep.runtime.experiment.Written;
import relrep.runtime.plugins.Kind;

import java.util.List;
import java.util.Optional;

/** Runs jobs that have their plugins. */
final class Execution {
    private final Surroundings surroundings;
    private final BundleDigests digests;

    Execution(Surroundings surroundings, BundleDigests digests) {
        this.surroundings = surroundings;
        this.digests = digests;
    }

    /** Runs a job and completes it. */
    RunOutcome of(ChainJob job, List<Chain.Bound> bound) {
        WiredParts parts = new WiredParts(bound.stream().map(this::given).toList());
        parts.makeAll(job.subject().required());
        Optional<Definition> definition = job.subject().definition();
        RunOutcome outcome =
                definition.isPresent()
                        ? chain(job, definition.get(), parts)
                        : experiment(job, job.subject().plugin().orElseThrow(), parts);
        job.end(outcome);
        return outcome;
    }

    private WiredParts.Given given(Chain.Bound bound) {
        return new WiredParts.Given(
                bound.kind(),
                bound.name(),
                bound.service(),
                () -> digests.code(bound.reference().getBundle()));
    }

    private RunOutcome chain(ChainJob job, Definition definition, WiredParts parts) {
        return new ChainRun(surroundings, job.request(), job.cancellation(), job::gone)
                .run(definition, parts, job.progress());
    }

    private RunOutcome experiment(ChainJob job, Written written, WiredParts parts) {
        Experiment plugin = parts.get(Kind.EXPERIMENT, Experiment.class, written).plugin();
        return new ExperimentRun(surroundings, job.request(), job.cancellation(), job::gone)
                .run(written.expression(), plugin, job.progress());
    }
}
