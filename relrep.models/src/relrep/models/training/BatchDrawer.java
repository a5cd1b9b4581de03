package relrep.models.training;

import relrep.api.data.Labels;
import relrep.api.model.Sampling;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Draws the batches of a penalty from the training samples. */
final class BatchDrawer {
    private final Sampling sampling;
    private final RandomGenerator random;

    /** The samples by class, or all of them; what was drawn last stands first. */
    private final List<int[]> groups;

    BatchDrawer(Sampling sampling, int samples, Optional<Labels> labels, RandomGenerator random) {
        this.sampling = sampling;
        this.random = random;
        groups =
                sampling.ofClasses()
                        ? IntStream.range(0, labels.orElseThrow().classes().size())
                                .mapToObj(labels.get()::rowsOf)
                                .filter(rows -> rows.length > 0)
                                .toList()
                        : List.of(IntStream.range(0, samples).toArray());
    }

    /** Returns the size of the largest batch. */
    int largest() {
        int most = groups.stream().mapToInt(group -> group.length).max().orElse(0);
        return Math.min(sampling.size(), most);
    }

    /** Returns the next batches. */
    List<int[]> next() {
        return sampling.source() == Sampling.Source.EACH_CLASS
                ? groups.stream().map(this::drawn).toList()
                : List.of(drawn(groups.get(random.nextInt(groups.size()))));
    }

    private int[] drawn(int[] group) {
        int size = Math.min(sampling.size(), group.length);
        for (int i = 0; i < size; i++) {
            int other = i + random.nextInt(group.length - i);
            int chosen = group[other];
            group[other] = group[i];
            group[i] = chosen;
        }
        return Arrays.copyOf(group, size);
    }
}
