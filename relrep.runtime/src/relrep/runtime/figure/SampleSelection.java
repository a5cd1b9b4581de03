package relrep.runtime.figure;

import relrep.api.data.Labels;
import relrep.api.data.Samples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Selects the test samples that figures show. The selection is fixed and does not depend on
 * results.
 */
public final class SampleSelection {
    private SampleSelection() {}

    /** Returns the first samples. */
    static List<Integer> first(Samples test, int count) {
        return IntStream.range(0, Math.min(count, test.size())).boxed().toList();
    }

    /** Returns the first sample of each class, then the second of each, until there are enough. */
    static List<Integer> spread(Samples test, int count) {
        if (test.labels().isEmpty()) {
            return first(test, count);
        }
        Labels labels = test.labels().orElseThrow();
        int[] before = new int[labels.classes().size()];
        int[] rank = new int[labels.size()];
        for (int i = 0; i < rank.length; i++) {
            rank[i] = before[labels.get(i)]++;
        }
        List<Integer> all = new ArrayList<>(first(test, test.size()));
        all.sort(Comparator.<Integer>comparingInt(i -> rank[i]).thenComparingInt(labels::get));
        return List.copyOf(all.subList(0, Math.min(count, all.size())));
    }

    /** Returns equally many samples of each class, class after class. */
    static List<Integer> sorted(Samples test, int count) {
        List<Integer> some = new ArrayList<>(spread(test, count));
        test.labels()
                .ifPresent(
                        labels ->
                                some.sort(
                                        Comparator.<Integer>comparingInt(labels::get)
                                                .thenComparingInt(i -> i)));
        return List.copyOf(some);
    }
}
