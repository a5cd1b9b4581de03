package relrep.vectors.compare;

import relrep.api.run.InvalidInputException;
import relrep.api.run.Seed;
import relrep.workbench.terminal.Quantity;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A split of the matched rows into a training part and a held-out part, which is measured. No row
 * is in both.
 *
 * @param training row numbers, rising
 * @param heldOut row numbers, rising
 * @param trainingOf the size of the training part without the limit
 * @param heldOutOf the size of the held-out part without the limit
 */
@SuppressWarnings("ArrayRecordComponent") // two choices in one, never compared
record HoldoutSplit(int[] training, int[] heldOut, int trainingOf, int heldOutOf) {
    private static final int FEWEST = 4;

    /**
     * Splits rows at random.
     *
     * @param rows the number of rows
     * @param share the part to hold out, above 0 and below 1
     * @param most the greatest number of rows in each part
     * @param anchors rows that must be in the training part
     */
    static HoldoutSplit of(int rows, double share, int most, int[] anchors, Seed seed) {
        if (rows < FEWEST) {
            throw new InvalidInputException(
                    "a comparison needs at least %d rows that match, 2 to learn from and 2 to measure, and has %d"
                            .formatted(FEWEST, rows));
        }
        Set<Integer> kept = Arrays.stream(anchors).boxed().collect(Collectors.toSet());
        int heldOut = (int) Math.max(2, Math.min(rows - 2L, Math.round(share * rows)));
        int[] others =
                Arrays.stream(seed.branch("holdout").permutation(rows))
                        .filter(row -> !kept.contains(row))
                        .toArray();
        if (others.length < heldOut) {
            throw InvalidInputException.of(
                    "anchors",
                    "must leave %s to be measured, but of %s %d are anchors; a smaller held-out share needs fewer"
                            .formatted(
                                    Quantity.of(heldOut, "row"),
                                    Quantity.of(rows, "row"),
                                    kept.size()));
        }
        int measured = Math.min(heldOut, most);
        int learnt = Math.max(kept.size(), Math.min(rows - heldOut, most));
        int[] training =
                IntStream.concat(
                                kept.stream().mapToInt(Integer::intValue),
                                IntStream.of(others).skip(heldOut).limit(learnt - kept.size()))
                        .sorted()
                        .toArray();
        return new HoldoutSplit(
                training, Representation.first(others, measured), rows - heldOut, heldOut);
    }
}
