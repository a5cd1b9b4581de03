package relrep.formats.labelled;

import relrep.api.run.InvalidInputException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where the test part comes from: a file, or a share of the one file.
 *
 * @param file the test part's file of vectors
 * @param share the share of the rows; 0 trains and measures on all
 */
record TestPart(Optional<String> file, double share) {
    private static final double USUAL = 0.2;

    /**
     * Reads the options.
     *
     * @param files one file, or one to train and one to test
     * @param test nothing, a share or a file
     * @throws InvalidInputException when they contradict each other
     */
    static TestPart of(List<String> files, String test) {
        OptionalDouble number = number(test);
        if (number.isPresent() && !(number.getAsDouble() >= 0 && number.getAsDouble() < 1)) {
            throw new InvalidInputException(
                    "test must be a share of the rows, at least 0 and below 1, or a file, not "
                            + test);
        }
        if (files.size() > 2 || (files.size() == 2 && !test.isEmpty())) {
            throw new InvalidInputException(
                    "vectors must have one file to train and one to test, not %s%s"
                            .formatted(
                                    String.join(" and ", files),
                                    test.isEmpty() ? "" : " and test=" + test));
        }
        if (files.size() == 2) {
            return new TestPart(Optional.of(files.get(1)), 0);
        }
        return number.isPresent() || test.isEmpty()
                ? new TestPart(Optional.empty(), number.orElse(USUAL))
                : new TestPart(Optional.of(test), 0);
    }

    private static OptionalDouble number(String test) {
        try {
            return OptionalDouble.of(Double.parseDouble(test));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
