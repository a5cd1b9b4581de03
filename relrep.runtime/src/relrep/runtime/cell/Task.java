package relrep.runtime.cell;

import java.util.Set;

/**
 * A piece of work with the tasks that must finish before it.
 *
 * @param label its name in the progress display
 * @param weight its estimated duration relative to the others
 * @param after positions of tasks before this one in the list
 * @param work the work; it handles its own failures, and an exception from it ends all tasks
 */
public record Task(String label, double weight, Set<Integer> after, Work work) {
    /** Copies the set. */
    public Task {
        after = Set.copyOf(after);
    }

    /** The work of a task. */
    @FunctionalInterface
    public interface Work {
        /** Does the work; an exception ends all tasks. */
        void run(PartRun run);
    }
}
