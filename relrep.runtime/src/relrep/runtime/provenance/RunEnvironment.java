package relrep.runtime.provenance;

import relrep.api.report.Reporter;
import relrep.runtime.cache.Cache;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What a run needs of the process that it is in. */
public interface RunEnvironment {
    /** Returns the environment variables. */
    Map<String, String> environment();

    /** Returns the user's home. */
    Path home();

    /** Returns the cache in a folder, opened once. */
    Cache cache(Path root);

    /** Returns the clock that dates folders and logs. */
    Clock clock();

    /** Returns the version of relrep. */
    String version();

    /** Returns the commit of the sources that relrep is built from; see {@link SourceCommit}. */
    String commit();

    /**
     * Returns a digest of the engine's own code; results of another engine are not taken from the
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

    /** Returns which libraries work is done with, by name; loads them where they are not. */
    Map<String, String> libraries();

    /**
     * Returns why a run ended, with the plugins that did not return.
     *
     * @param why it was told to end
     * @param left threads that did not
     */
    String reason(String why, List<Thread> left);

    /** Returns those who write about a finished run, by name. */
    Map<String, Reporter> reporters();
}
