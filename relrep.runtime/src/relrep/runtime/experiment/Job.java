package relrep.runtime.experiment;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A submitted experiment. */
public interface Job {
    /** Returns its name in the shell: the experiment's name with a number. */
    String id();

    /** Returns its state. */
    State state();

    /** Returns the missing plugins: {@code similarity 'manhattan'}. */
    List<String> missing();

    /** Returns the future outcome, or the exception that ended the job. */
    CompletableFuture<RunOutcome> outcome();

    /** Cancels the job, whether it waits or runs. */
    void cancel(String reason);

    /** The states of a job. */
    enum State {
        /** A plugin is missing. */
        WAITING,
        /** Cells are being computed. */
        RUNNING,
        /** It has ended. */
        ENDED
    }
}
