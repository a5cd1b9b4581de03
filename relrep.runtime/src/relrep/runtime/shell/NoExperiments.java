package relrep.runtime.shell;

import relrep.api.run.Run;
import relrep.api.run.UnavailableException;
import relrep.runtime.experiment.ExperimentInfo;
import relrep.runtime.experiment.Experiments;
import relrep.runtime.experiment.Job;
import relrep.runtime.experiment.Plan;
import relrep.runtime.experiment.RunOutcome;
import relrep.runtime.experiment.RunRequest;

import java.util.List;

/** What commands see where no bundle runs experiments: plugins can be looked at all the same. */
final class NoExperiments implements Experiments {
    private static UnavailableException none() {
        return new UnavailableException(
                "experiments cannot be run here: no bundle runs them", null);
    }

    @Override
    public List<ExperimentInfo> list() {
        return List.of();
    }

    @Override
    public ExperimentInfo info(String experiment) {
        throw none();
    }

    @Override
    public Plan plan(RunRequest request) {
        throw none();
    }

    @Override
    public RunOutcome run(RunRequest request, Run progress) {
        throw none();
    }

    @Override
    public Job submit(RunRequest request, Run progress) {
        throw none();
    }

    @Override
    public List<Job> jobs() {
        return List.of();
    }
}
