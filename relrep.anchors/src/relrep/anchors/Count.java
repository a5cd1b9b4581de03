package relrep.anchors;

import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;

/** Checks the number of anchors. */
final class Count {
    private Count() {}

    /** Throws if no space could have this number of anchors. */
    static void require(int count) {
        if (count < 1) {
            throw new InvalidInputException("count must be 1 or more, not " + count);
        }
    }

    /** Throws if a space has fewer samples than this number. */
    static void require(int count, Space space) {
        if (count > space.size()) {
            throw new InvalidInputException(
                    "count must be at most the %d sample%s of '%s', not %d"
                            .formatted(
                                    space.size(),
                                    space.size() == 1 ? "" : "s",
                                    space.name(),
                                    count));
        }
    }
}
