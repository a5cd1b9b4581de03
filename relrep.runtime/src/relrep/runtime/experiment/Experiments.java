package relrep.runtime.experiment;

import relrep.api.run.Run;

import java.util.List;

/**
 * The service that lists and runs experiments. The command line and the shell use it for
 * everything.
 *
 * <p>Wrong input (an unknown name or key, an option out of range, a folder that is in use) is an
 * {@link relrep.api.run.InvalidInputException}, exit code 2; something that the machine lacks is an
 * {@link relrep.api.run.UnavailableException}, exit code 4. Their messages are whole sentences,
 * with file and line if known.
 */
public interface Experiments {
    /**
     * Returns all experiments, sorted by name: those of bundles (a YAML file in their folder {@code
     * experiments/}), those in the user's folder of experiments, the {@link
     * relrep.api.experiment.Experiment} services, and the jobs of this process.
     */
    List<ExperimentInfo> list();

    /**
     * Returns one experiment.
     *
     * @param experiment a name from the list, or the path of an experiment file
     */
    ExperimentInfo info(String experiment);

    /**
     * Returns the missing plugins that a run would wait for: {@code similarity 'manhattan'}, with
     * the nearest known name if there is one.
     */
    default List<String> missing(RunRequest request) {
        return info(request.experiment()).missing();
    }

    /**
     * Returns the cells that a run would compute, in the order of their rows. Loads no data and
     * writes nothing.
     */
    Plan plan(RunRequest request);

    /**
     * Runs an experiment and returns at its end. After a cancellation it returns the rows finished
     * until then. Unless the request says to wait, a plugin counts as invalid input if it is still
     * missing a short time after the bundles of {@code plugins/} have started.
     *
     * @param request what to run
     * @param progress receives the progress, from several threads; its {@link Run#step} cancels
     */
    RunOutcome run(RunRequest request, Run progress);

    /**
     * Submits an experiment and returns at once. If a plugin is missing, the job waits; Declarative
     * Services starts it when the last plugin arrives. The shell uses this.
     */
    Job submit(RunRequest request, Run progress);

    /** Returns the submitted jobs in order, including those that have ended. */
    List<Job> jobs();
}
