package relrep.runtime.network;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A request to train one network.
 *
 * @param subject an architecture with its options, or an experiment: a name or a file
 * @param dataset the dataset that an architecture is trained on; empty for an experiment
 * @param network the name of the network in an experiment with several
 * @param seed the seed; empty for 1, or for the only one of an experiment
 * @param settings {@code key=value} as for {@code relrep run}
 * @param data the folder of datasets, if one is given
 * @param fresh whether to train anew although the network is in the cache
 * @param directory the folder for relative paths
 * @param out the file to write
 */
public record TrainRequest(
        String subject,
        Optional<String> dataset,
        Optional<String> network,
        OptionalLong seed,
        List<String> settings,
        Optional<Path> data,
        boolean fresh,
        Path directory,
        Path out) {
    /** Copies the settings. */
    public TrainRequest {
        settings = List.copyOf(settings);
    }
}
