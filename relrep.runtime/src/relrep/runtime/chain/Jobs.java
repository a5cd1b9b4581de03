package relrep.runtime.chain;

import java.util.List;

/** Whom chains tell that they are there, and that they go. */
public interface Jobs {
    /** A chain has every plugin that its configuration counts. */
    void arrived(String job, List<Chain.Bound> bound);

    /** A chain loses a plugin, or its configuration. Returns when its job has stopped. */
    void left(String job, List<Chain.Bound> bound);

    /**
     * A configuration asks for what cannot be run, and why; an empty sentence when it no more does.
     */
    void refused(String name, String sentence);
}
