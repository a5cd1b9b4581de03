package relrep.models.dl4j;

import relrep.api.run.InvalidInputException;

/** A file with a network that DL4J can compute. */
interface NetworkFile {
    /**
     * Reads the configuration alone.
     *
     * @throws InvalidInputException when the file is missing or unfit
     */
    NetworkPlan plan();

    /**
     * Loads the weights.
     *
     * @param plan what {@link #plan()} returned
     * @throws InvalidInputException when the file is missing or unfit
     */
    NetworkFunction load(NetworkPlan plan);
}
