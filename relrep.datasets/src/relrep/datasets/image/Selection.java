package relrep.datasets.image;

import relrep.api.data.Labels;
import relrep.api.run.InvalidInputException;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A selection of the samples of one part: the first ones up to a number, and of these only some
 * classes.
 *
 * @param rows their numbers in the file, rising
 * @param labels their labels, renumbered without gaps if classes were chosen
 */
@SuppressWarnings("ArrayRecordComponent") // two answers in one, never compared
record Selection(int[] rows, Labels labels) {
    /**
     * Returns the number of samples to examine.
     *
     * @throws InvalidInputException when more are wanted than exist
     */
    static int cut(String set, String part, int wanted, int available) {
        if (wanted > available) {
            throw new InvalidInputException(
                    "%s of '%s' must be at most the %d samples that there are, not %d"
                            .formatted(part, set, available, wanted));
        }
        return wanted == 0 ? available : wanted;
    }

    /**
     * Selects some classes.
     *
     * @param found the class of each sample
     * @param names of all classes
     * @param kept the classes to keep, rising; none for all
     * @throws InvalidInputException when no sample is left
     */
    static Selection of(String part, byte[] found, List<String> names, List<Integer> kept) {
        if (kept.isEmpty()) {
            int[] numbers = IntStream.range(0, found.length).map(i -> found[i]).toArray();
            return new Selection(
                    IntStream.range(0, found.length).toArray(), Labels.of(names, numbers));
        }
        int[] rows =
                IntStream.range(0, found.length)
                        .filter(i -> kept.contains((int) found[i]))
                        .toArray();
        if (rows.length == 0) {
            throw new InvalidInputException(
                    "labels must leave a sample, but none of the first %d of %s has class %s"
                            .formatted(found.length, part, kept));
        }
        int[] numbers = IntStream.of(rows).map(i -> kept.indexOf((int) found[i])).toArray();
        return new Selection(rows, Labels.of(kept.stream().map(names::get).toList(), numbers));
    }
}
