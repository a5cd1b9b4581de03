package relrep.cli.command;

import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.runtime.experiment.ExperimentInfo;
import relrep.runtime.experiment.Experiments;
import relrep.runtime.experiment.Job;
import relrep.runtime.experiment.Plan;
import relrep.runtime.experiment.RunOutcome;
import relrep.runtime.experiment.RunRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** Experiments whose behaviour a test prescribes. */
public final class ScriptedExperiments implements Experiments {
    public final List<ExperimentInfo> known = new ArrayList<>();
    public final List<RunRequest> planned = new ArrayList<>();
    public final List<RunRequest> ran = new ArrayList<>();
    public final List<ScriptedJob> jobs = new ArrayList<>();
    public BiFunction<RunRequest, Run, RunOutcome> body;

    @Override
    public List<ExperimentInfo> list() {
        return known;
    }

    @Override
    public ExperimentInfo info(String experiment) {
        return known.stream()
                .filter(info -> info.name().equals(experiment))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInputException("unknown experiment '" + experiment + "'"));
    }

    @Override
    public Plan plan(RunRequest request) {
        info(request.experiment());
        planned.add(request);
        return new Plan(
                request.experiment(),
                List.of("ae(1): conv, width 10"),
                List.of(new Plan.Cell("rigid, width 10", java.util.Map.of(), List.of("mse"))));
    }

    @Override
    public RunOutcome run(RunRequest request, Run progress) {
        ran.add(request);
        return body.apply(request, progress);
    }

    @Override
    public Job submit(RunRequest request, Run progress) {
        ScriptedJob job = new ScriptedJob(request.experiment() + "-1");
        jobs.add(job);
        return job;
    }

    @Override
    public List<Job> jobs() {
        return List.copyOf(jobs);
    }

    /** A job that waits until it is cancelled. */
    static final class ScriptedJob implements Job {
        private final String id;
        private final CompletableFuture<RunOutcome> outcome = new CompletableFuture<>();
        private State state = State.WAITING;

        ScriptedJob(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public State state() {
            return state;
        }

        @Override
        public List<String> missing() {
            return state == State.WAITING ? List.of("similarity 'manhattan'") : List.of();
        }

        @Override
        public CompletableFuture<RunOutcome> outcome() {
            return outcome;
        }

        @Override
        public void cancel(String reason) {
            state = State.ENDED;
            outcome.completeExceptionally(new CancelledException(reason));
        }
    }
}
