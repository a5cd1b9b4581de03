package relrep.runtime.run;

import relrep.runtime.cell.Task;
import relrep.runtime.compute.Spaces;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the tasks that still need a value, and drops the value after the last of them. */
final class ReferenceCounts {
    private final Spaces spaces;
    private final Map<Object, Integer> left = new ConcurrentHashMap<>();

    ReferenceCounts(Spaces spaces) {
        this.spaces = spaces;
    }

    /** Returns a task that needs some values. */
    Task task(String label, double weight, Set<Integer> after, Set<Object> needs, Task.Work work) {
        needs.forEach(need -> left.merge(need, 1, Integer::sum));
        return new Task(
                label,
                weight,
                after,
                run -> {
                    try {
                        work.run(run);
                    } finally {
                        needs.forEach(this::used);
                    }
                });
    }

    private void used(Object need) {
        left.compute(
                need,
                (same, count) -> {
                    if (count == null || count <= 1) {
                        spaces.forget(need);
                        return null;
                    }
                    return count - 1;
                });
    }
}
