package relrep.runtime.wiring;

import java.util.List;

/** Receives the events of chains. */
public interface Jobs {
    /**
     * A chain has all plugins that its configuration asks for.
     *
     * @return whether the job takes them; if so, it closes the holding at its end
     */
    boolean arrived(String job, List<Chain.Bound> bound, HeldPlugins holding);

    /** A chain has lost a plugin or its configuration. Returns when its job has stopped. */
    void left(String job);

    /**
     * A configuration asks for something that cannot be run, for the given reason; an empty
     * sentence withdraws this.
     */
    void refused(String name, String sentence);
}
