package relrep.vectors.compare;

import java.util.Locale;

/**
 * The resampling that an interval was computed from.
 *
 * @param method bootstrap or subsampling
 * @param times the number of draws
 * @param rows the number of samples per draw
 */
public record Resampling(Method method, int times, int rows) {
    /** The methods of resampling. */
    public enum Method {
        /** As many values per sample as there are, drawn with replacement. */
        BOOTSTRAP,
        /**
         * Fewer samples than there are, drawn without replacement; the metric is computed on each
         * subsample.
         */
        SUBSAMPLING;

        /** Returns its name. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns it in a sentence. */
    public String sentence() {
        return method == Method.BOOTSTRAP
                ? "bootstrap of %d".formatted(times)
                : "%d subsamples of %d".formatted(times, rows);
    }
}
