package relrep.transforms;

import java.util.Optional;

/** The variance along directions. */
final class Spread {
    private Spread() {}

    /** Returns the share of the variance along the first directions; empty if there is none. */
    static Optional<Double> share(double[] deviations, int first) {
        double kept = 0;
        double all = 0;
        for (int i = 0; i < deviations.length; i++) {
            double variance = deviations[i] * deviations[i];
            all += variance;
            kept += i < first ? variance : 0;
        }
        return all > 0 ? Optional.of(kept / all) : Optional.empty();
    }
}
