package relrep.api.data;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.run.Run;

import java.util.List;

/**
 * A set of samples that can be loaded by name.
 *
 * <p>Law: the files and the options alone decide what is loaded. The result includes the checksums
 * of the files.
 */
@ConsumerType
public interface Dataset {
    /**
     * Loads the training and the test part.
     *
     * @param places where to look for files, and where to keep what is downloaded
     * @param run progress, cancel
     * @throws relrep.api.run.UnavailableException when the data is missing; the message says how to
     *     get it
     * @throws relrep.api.run.InvalidInputException when a file is corrupt: its name, the offset and
     *     what was expected
     */
    Split load(DataPlaces places, Run run);

    /**
     * Returns what its samples consist of. It is asked before anything is loaded, so that an
     * experiment whose encoders take something else ends at once.
     */
    default Content content() {
        return Content.NUMBERS;
    }

    /**
     * Returns the files that it needs, one line each: the path below a data folder, the size, and
     * the official address. Empty where the data is part of the plugin.
     */
    default List<String> needs() {
        return List.of();
    }
}
