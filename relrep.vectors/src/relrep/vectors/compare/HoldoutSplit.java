package relrep.vectors.compare;

import relrep.api.run.InvalidInputException;
import relrep.api.run.Seed;
import relrep.workbench.terminal.Quantity;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which of the matched rows are learnt from and which are measured; no row is both.
 *
 * @param training rising
 * @param heldOut rising
 * @param trainingOf how many there would be without a limit
 * @param heldOutOf how many there would be without a limit
 */
@SuppressWarnings("ArrayRecordComponent") // two choices in one, never compared
record HoldoutSplit(int[] training, int[] heldOut, int trainingOf, int heldOutOf) {
    private static final int FEWEST = 4;

    /**
     * Parts rows by the seed.
     *
     * @param rows how many there are
     * @param share of them that is held out
     * @param most of each part
     * @param anchors rows that must be learnt from
     */
    static HoldoutSplit of(int rows, double share, int most, int[] anchors, Seed seed) {
        if (rows < FEWEST) {
            throw new InvalidInputException(
                    "a comparison needs at least %d rows that match, 2 to learn from and 2 to measure, there are %d"
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
