package relrep.api.run;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A running piece of work, as the plugin that does it sees it: its seed, its progress and its
 * cancellation.
 */
@ProviderType
public interface Run {
    /** Returns the seed of this piece of work. */
    Seed seed();

    /**
     * Reports progress, and throws when the work was cancelled. Call it at least a few times a
     * second. Impossible numbers (more done than the total, a total of 0) are clamped.
     *
     * @throws CancelledException when the work was cancelled; let it pass
     */
    void step(long done, long total);

    /**
     * Returns the run of one part of this work. Its seed is the branch with this name.
     *
     * @param name the text beside the progress bar
     * @param share its share of the whole work, 0 to 1
     */
    Run part(String name, double share);

    /** Shows one sentence to the user and in the log, once. The work goes on. */
    void note(String sentence);

    /** Returns a run that shows nothing and is never cancelled: for tests and plain programs. */
    static Run quiet(Seed seed) {
        return new QuietRun(seed);
    }
}
