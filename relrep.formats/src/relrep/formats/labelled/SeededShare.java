package relrep.formats.labelled;

import relrep.api.data.Samples;
import relrep.api.data.Split;
import relrep.api.run.InvalidInputException;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Splits samples into two parts. A seed chooses the rows of the test part. The choice depends on
 * the number of rows, the share and the seed alone, so that files of several models are split
 * alike. Both parts keep the order of the samples.
 */
final class SeededShare {
    private SeededShare() {}

    /**
     * Splits samples.
     *
     * @param share of the rows to test; with 0 both parts have all
     * @throws InvalidInputException when a part would be empty
     */
    static Split of(Samples all, double share, long seed, Map<String, String> checksums) {
        if (share == 0) {
            return new Split(all, all, checksums);
        }
        int tested = (int) Math.round(all.size() * share);
        if (tested == 0 || tested == all.size()) {
            throw new InvalidInputException(
                    "test must leave rows for both parts, but %s of %d rows are %d"
                            .formatted(share, all.size(), tested));
        }
        boolean[] test = new boolean[all.size()];
        SplittableRandom random = new SplittableRandom(seed);
        for (int left = tested; left > 0; ) {
            int row = random.nextInt(test.length);
            left -= test[row] ? 0 : 1;
            test[row] = true;
        }
        return new Split(
                all.select(IntStream.range(0, test.length).filter(i -> !test[i]).toArray()),
                all.select(IntStream.range(0, test.length).filter(i -> test[i]).toArray()),
                checksums);
    }
}
