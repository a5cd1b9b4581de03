package relrep.anchors;

import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;

/** How many anchors are wanted, against what there is. */
final class Count {
    private Count() {}

    /** Refuses a number that no space could satisfy. */
    static void require(int count) {
        if (count < 1) {
            throw new InvalidInputException("count must be 1 or more, not " + count);
        }
    }

    /** Refuses more anchors than a space has samples. */
    static void require(int count, Space space) {
        if (count > space.size()) {
            throw new InvalidInputException(
                    "count must be at most the %d samples of '%s', not %d"
                            .formatted(space.size(), space.name(), count));
        }
    }
}
