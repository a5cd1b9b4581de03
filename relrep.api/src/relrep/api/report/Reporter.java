package relrep.api.report;

import org.osgi.annotation.versioning.ConsumerType;

import java.io.IOException;
import java.nio.file.Path;

/** Writes files about a finished run into its folder: a summary, figures, a page. */
@ConsumerType
public interface Reporter {
    /**
     * Writes files.
     *
     * <p>Law: the same report gives the same bytes.
     *
     * @param report the results of the run
     * @param folder the run's folder, which exists
     * @throws IOException when a file cannot be written
     */
    void write(Report report, Path folder) throws IOException;
}
