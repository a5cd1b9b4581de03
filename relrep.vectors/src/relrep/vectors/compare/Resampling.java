package relrep.vectors.compare;

import java.util.Locale;

/**
 * How an interval came about.
 *
 * @param method of drawing samples again
 * @param times how often
 * @param rows how many each time
 */
public record Resampling(Method method, int times, int rows) {
    /** Ways of drawing samples again. */
    public enum Method {
        /** As many values of single samples as there are, with replacement. */
        BOOTSTRAP,
        /** Fewer samples than there are, without replacement, each measured anew. */
        SUBSAMPLING;

        /** Returns the word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns what is said of it. */
    public String sentence() {
        return method == Method.BOOTSTRAP
                ? "bootstrap of %d".formatted(times)
                : "%d subsamples of %d".formatted(times, rows);
    }
}
