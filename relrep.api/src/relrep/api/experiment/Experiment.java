package relrep.api.experiment;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.DataPlaces;
import relrep.api.run.Run;

import java.util.function.Consumer;

/**
 * Something that can be run and gives rows. The three kinds of chain are made from experiment
 * files; a plugin that is of a kind of its own registers this service.
 *
 * <p>Law: the seed and the data decide every row and their order.
 */
@ConsumerType
public interface Experiment {
    /**
     * Runs.
     *
     * @param places where data is looked for
     * @param rows takes each row when it is known
     * @param run seed, progress, cancel
     */
    void run(DataPlaces places, Consumer<Row> rows, Run run);
}
