package relrep.anchors;

import relrep.api.data.Labels;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;

import java.util.stream.IntStream;

/** Checks and lists the classes of a space. */
final class Classes {
    private Classes() {}

    /** Returns the labels of a space with at least one sample. */
    static Labels require(Space space) {
        Labels labels = space.requireLabels();
        if (labels.size() == 0) {
            throw new InvalidInputException(
                    "anchors are chosen among samples, but '%s' has 0".formatted(space.name()));
        }
        return labels;
    }

    /** Returns the numbers of the classes that have samples, rising. */
    static IntStream occurring(Labels labels) {
        return IntStream.range(0, labels.size()).map(labels::get).sorted().distinct();
    }
}
