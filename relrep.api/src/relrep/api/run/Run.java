package relrep.api.run;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A piece of work under way, as the plugin that does it sees it: where its randomness comes from,
 * whom to tell how far it is, and when to stop.
 */
@ProviderType
public interface Run {
    /** Returns the seed of this piece of work. */
    Seed seed();

    /**
     * Tells how far the work is; the one place where a cancel surfaces. Call it at least a few
     * times a second. Numbers that make no sense (more done than there is, a total of 0) are
     * clamped.
     *
     * @throws CancelledException when the work is no longer wanted; let it pass
     */
    void step(long done, long total);

    /**
     * Returns a part of this work, whose seed is the branch of that name.
     *
     * @param name what the user reads beside the progress bar
     * @param share the part of the whole that it takes, 0 to 1
     */
    Run part(String name, double share);

    /** Tells the user and the log one sentence that does not stop the work, once. */
    void note(String sentence);

    /** Returns a run that tells nobody and is never cancelled: for tests and plain programs. */
    static Run quiet(Seed seed) {
        return new QuietRun(seed);
    }
}
