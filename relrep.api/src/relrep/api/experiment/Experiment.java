package relrep.api.experiment;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.DataPlaces;
import relrep.api.run.Run;

import java.util.function.Consumer;

/**
 * An experiment that runs and returns rows. The three kinds of chain are made from experiment
 * files. A plugin registers this service for an experiment of another kind.
 *
 * <p>Law: the seed and the data decide every row and their order.
 */
@ConsumerType
public interface Experiment {
    /**
     * Runs the experiment.
     *
     * @param places where data is looked for
     * @param rows receives each row as soon as it is known
     * @param run seed, progress, cancel
     */
    void run(DataPlaces places, Consumer<Row> rows, Run run);
}
