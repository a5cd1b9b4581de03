package relrep.api.tck;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

/** One run of a check: its random generators, and assertions of the law. */
final class Trial {
    private final Seed seed;

    Trial(Seed seed) {
        this.seed = seed;
    }

    /** Returns a generator for one thing that a check draws. */
    RandomGenerator random(String what) {
        return seed.branch(what).random();
    }

    Cloud cloud(String what) {
        return new Cloud(random(what));
    }

    Run run() {
        return Run.quiet(seed.branch("run"));
    }

    void require(boolean holds, String sentence, Object... values) {
        if (!holds) {
            throw new AssertionError(
                    sentence.formatted(Arrays.stream(values).map(Shown::value).toArray()));
        }
    }

    /** Checks that the bytes are equal. */
    void same(Matrix expected, Matrix actual, String what) {
        shape(expected.rows(), expected.cols(), actual, what);
        require(
                expected.equals(actual),
                "%s must be the same to the last bit, but differs by %.3g",
                what,
                Difference.largest(expected, actual));
    }

    /** Checks that values are equal within a share of the largest expected one. */
    void close(Matrix expected, Matrix actual, double tolerance, String what) {
        shape(expected.rows(), expected.cols(), actual, what);
        double difference = Difference.relative(expected, actual);
        require(
                difference <= tolerance,
                "%s must be the same within %.1g of the largest value, but differs by %.3g of it",
                what,
                tolerance,
                difference);
    }

    void shape(int rows, int cols, Matrix actual, String what) {
        require(
                actual.rows() == rows && actual.cols() == cols,
                "%s must be %d × %d, not %d × %d",
                what,
                rows,
                cols,
                actual.rows(),
                actual.cols());
    }

    void finite(Matrix matrix, String what) {
        try {
            matrix.requireFinite(what);
        } catch (InvalidInputException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /**
     * Checks that a call is refused with a message that contains each of these words or numbers.
     */
    void refuses(String what, Callable<?> call, Object... mentioned) {
        String message = refusal(what, call);
        for (Object word : mentioned) {
            require(
                    message.toLowerCase(Locale.ROOT)
                            .matches("(?s).*(?<![\\w.])" + word + "(?!\\w).*"),
                    "it must refuse %s with a sentence that says '%s', but said '%s'",
                    what,
                    word,
                    message);
        }
    }

    private String refusal(String what, Callable<?> call) {
        Object result;
        try {
            result = call.call();
        } catch (InvalidInputException e) {
            require(
                    e.getMessage() != null && e.getMessage().contains(" "),
                    "it must refuse %s with a sentence, not '%s'",
                    what,
                    e.getMessage());
            return e.getMessage();
        } catch (Exception e) {
            throw new AssertionError(
                    "it must refuse %s with an InvalidInputException, but threw %s"
                            .formatted(what, Shown.text(e)),
                    e);
        }
        throw new AssertionError(
                "it must refuse %s with an InvalidInputException, but returned %s"
                        .formatted(what, Shown.text(result)));
    }
}
