package relrep.api.data;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.run.Run;

import java.util.List;

/**
 * A set of samples that can be loaded by name.
 *
 * <p>Law: what is loaded depends on the files (whose checksums come along) and the options alone.
 */
@ConsumerType
public interface Dataset {
    /**
     * Loads the training and the test part.
     *
     * @param places where to look for files, and where to keep what is downloaded
     * @param run progress, cancel
     * @throws relrep.api.run.UnavailableException when the data cannot be had, with the way to get
     *     it
     * @throws relrep.api.run.InvalidInputException when a file is corrupt: its name, the offset and
     *     what was expected
     */
    Split load(DataPlaces places, Run run);

    /**
     * Returns what must be had before it can be loaded, a line each: the file below a data folder,
     * its size, its official address. Nothing where the data come with the plugin.
     */
    default List<String> needs() {
        return List.of();
    }
}
