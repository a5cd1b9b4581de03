package relrep.runtime.wiring;

import java.util.List;

/** Whom chains tell that they are there, and that they go. */
public interface Jobs {
    /**
     * A chain has every plugin that its configuration counts.
     *
     * @return whether the job takes them, and closes the holding when it is over
     */
    boolean arrived(String job, List<Chain.Bound> bound, Holding holding);

    /** A chain loses a plugin, or its configuration. Returns when its job has stopped. */
    void left(String job);

    /**
     * A configuration asks for what cannot be run, and why; an empty sentence when it no more does.
     */
    void refused(String name, String sentence);
}
