package relrep.runtime.experiment;

import relrep.api.run.Run;

import java.util.List;

/**
 * Everything that can be run, and the door through which it is run. A service of the runtime; the
 * command line and the shell know no other way.
 *
 * <p>Wrong input (an unknown name or key, an option out of range, a folder that is taken) is an
 * {@link relrep.api.run.InvalidInputException}, exit code 2; what the machine lacks is an {@link
 * relrep.api.run.UnavailableException}, exit code 4. Their messages are whole sentences, with file
 * and line where there is one.
 */
public interface Experiments {
    /**
     * Returns what there is: the experiments that bundles bring (a YAML file in their folder {@code
     * experiments/}), those in the user's folder of experiments, the {@link
     * relrep.api.experiment.Experiment} services, and the jobs of this process. In the order of
     * their names.
     */
    List<ExperimentInfo> list();

    /**
     * Returns one experiment.
     *
     * @param experiment a name from the list, or the path of an experiment file
     */
    ExperimentInfo info(String experiment);

    /**
     * Returns the plugins that a run would wait for: {@code similarity 'manhattan'}, with the
     * nearest name where one is near.
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
     * Runs and returns when it is over; also after a cancel, with what was finished until then.
     * Unless the request waits, a plugin that is not there a short time after the bundles of {@code
     * plugins/} have started is wrong input.
     *
     * @param request what to run
     * @param progress told how far it is; its {@link Run#step} cancels. Called from several threads
     */
    RunOutcome run(RunRequest request, Run progress);

    /**
     * Hands an experiment in and returns at once. Where a plugin is missing the job waits for it;
     * Declarative Services starts it when the last one arrives. For the shell.
     */
    Job submit(RunRequest request, Run progress);

    /** Returns the jobs that were handed in, in that order, also those that ended. */
    List<Job> jobs();
}
