package relrep.runtime.provenance;

import relrep.api.report.Reporter;
import relrep.runtime.cache.Cache;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The surroundings of a run: everything that it needs from its process. */
public interface RunEnvironment {
    /** Returns the environment variables. */
    Map<String, String> environment();

    /** Returns the user's home folder. */
    Path home();

    /** Returns the cache in a folder; it is opened once. */
    Cache cache(Path root);

    /** Returns the clock for the dates of folders and logs. */
    Clock clock();

    /** Returns the version of relrep. */
    String version();

    /** Returns the commit of the sources that relrep is built from; see {@link SourceCommit}. */
    String commit();

    /**
     * Returns a digest of the engine's own code. Results of another engine are not taken from the
     * cache.
     */
    String engine();

    /** Returns name, version and checksum of every bundle. */
    List<Map<String, String>> bundles();

    /**
     * Returns name, version and checksum of the bundle that a plugin comes from, if it is known.
     */
    default Map<String, String> origin(Object plugin) {
        return Map.of();
    }

    /** Returns the computing libraries in use, by name; loads them if necessary. */
    Map<String, String> libraries();

    /**
     * Returns why a run ended, and the plugins that did not return.
     *
     * @param why the reason of the cancellation
     * @param left the threads that did not end
     */
    String reason(String why, List<Thread> left);

    /** Returns the reporters by name. */
    Map<String, Reporter> reporters();
}
