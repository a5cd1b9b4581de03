package relrep.vectors.file;

import relrep.api.run.InvalidInputException;
import relrep.workbench.terminal.Quantity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The pairs of matching rows of two files.
 *
 * @param source row numbers in the source
 * @param target the matching row numbers in the target
 * @param sourceRows the number of rows of the source
 * @param targetRows the number of rows of the target
 * @param byKey whether rows match by key rather than by row number
 */
@SuppressWarnings("ArrayRecordComponent") // its rows are read, never compared whole
public record Pairing(int[] source, int[] target, long sourceRows, long targetRows, boolean byKey) {

    /**
     * Pairs rows of equal number.
     *
     * @throws InvalidInputException when the numbers of rows differ
     */
    public static Pairing byOrder(long sourceRows, long targetRows) {
        if (sourceRows != targetRows) {
            throw new InvalidInputException(
                    "rows that are matched by their order must be equally many, not %d and %d; keys=own matches them by key"
                            .formatted(sourceRows, targetRows));
        }
        int[] all = IntStream.range(0, Rows.requireCount(sourceRows, "a file")).toArray();
        return new Pairing(all, all, sourceRows, targetRows, false);
    }

    /**
     * Pairs rows of equal key, in the order of the source. Of several rows with one key, the first
     * is used.
     *
     * @throws InvalidInputException when no key is in both files
     */
    public static Pairing byKey(List<String> source, List<String> target) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < target.size(); i++) {
            places.putIfAbsent(target.get(i), i);
        }
        int[] ours = new int[Math.min(source.size(), target.size())];
        int[] theirs = new int[ours.length];
        int count = 0;
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < source.size(); i++) {
            Integer place = places.get(source.get(i));
            if (place != null && seen.add(source.get(i))) {
                ours[count] = i;
                theirs[count++] = place;
            }
        }
        if (count == 0) {
            throw new InvalidInputException(
                    "rows that are matched by key must have a key in common, but none of %d, such as '%s', is among %d, such as '%s'"
                            .formatted(source.size(), first(source), target.size(), first(target)));
        }
        return new Pairing(
                Arrays.copyOf(ours, count),
                Arrays.copyOf(theirs, count),
                source.size(),
                target.size(),
                true);
    }

    private static String first(List<String> keys) {
        return keys.isEmpty() ? "" : keys.get(0);
    }

    /**
     * Returns the positions of source rows among the pairs.
     *
     * @param rows row numbers of the source
     * @param name the name of the source in messages
     * @throws InvalidInputException when a row has no match
     */
    public int[] places(int[] rows, String name) {
        if (!byKey) {
            return rows.clone();
        }
        return Arrays.stream(rows)
                .map(
                        row -> {
                            int place = Arrays.binarySearch(source, row);
                            if (place < 0) {
                                throw InvalidInputException.of(
                                        "anchors",
                                        "must be rows that have a match, and row %d of %s has none"
                                                .formatted(row, name));
                            }
                            return place;
                        })
                .toArray();
    }

    /** Returns the pairs at some positions, in this order. */
    public Pairing at(int[] places) {
        return new Pairing(
                Arrays.stream(places).map(place -> source[place]).toArray(),
                Arrays.stream(places).map(place -> target[place]).toArray(),
                sourceRows,
                targetRows,
                byKey);
    }

    /** Returns the number of pairs. */
    public int size() {
        return source.length;
    }

    /** Returns a sentence: how many rows match, out of how many, and how. */
    public String sentence() {
        return byKey
                ? "%s matched by key, of %d and %d"
                        .formatted(Quantity.of(size(), "row"), sourceRows, targetRows)
                : Quantity.of(size(), "row") + " matched by order";
    }
}
