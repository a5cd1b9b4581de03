package relrep.runtime.cell;

import java.util.Set;

/**
 * A piece of work, and the tasks that must be over before it begins.
 *
 * @param label what the progress calls it
 * @param weight how long it takes, compared with the others
 * @param after positions of tasks before this one in the list
 * @param work what is done; its failures are its own affair, except those that end everything
 */
public record Task(String label, double weight, Set<Integer> after, Work work) {
    /** Keeps a copy. */
    public Task {
        after = Set.copyOf(after);
    }

    /** What a task does. */
    @FunctionalInterface
    public interface Work {
        /** Does it; whatever it throws ends all tasks. */
        void run(PartRun run);
    }
}
