package relrep.runtime.experiment;

import relrep.api.model.Objective;

import java.nio.file.Path;

/**
 * The file of a trained network that an experiment names.
 *
 * @param path the file
 * @param sha256 the checksum of its content when the experiment was read
 * @param objective what the network was trained for
 * @param through the similarity through which it was trained, or empty
 */
public record TrainedFile(Path path, String sha256, Objective objective, String through) {}
