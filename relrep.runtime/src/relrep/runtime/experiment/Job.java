package relrep.runtime.experiment;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An experiment that was handed in. */
public interface Job {
    /** Returns the name by which the shell calls it: the experiment's, with a number. */
    String id();

    /** Returns what it is doing. */
    State state();

    /** Returns the plugins that it waits for: {@code similarity 'manhattan'}. */
    List<String> missing();

    /** Returns its end, or the exception that ended it. */
    CompletableFuture<RunOutcome> outcome();

    /** Ends it, whether it waits or runs. */
    void cancel(String reason);

    /** What a job is doing. */
    enum State {
        /** A plugin is not there. */
        WAITING,
        /** Cells are computed. */
        RUNNING,
        /** It is over. */
        ENDED
    }
}
