package relrep.runtime.compare;

import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;

import java.util.List;
import java.util.Optional;

/**
 * What one metric found in all views.
 *
 * @param metric as written, defaults left out
 * @param pair whether it measures two spaces, rather than one
 * @param traits what its numbers mean
 * @param rows on how many samples
 * @param resampling where its intervals come from, where there are any
 * @param noInterval why there are none, one sentence, or empty
 * @param readings one a view
 */
public record MetricReport(
        String metric,
        boolean pair,
        MetricTraits traits,
        int rows,
        Optional<Resampling> resampling,
        String noInterval,
        List<Reading> readings) {
    /** Keeps a copy. */
    public MetricReport {
        readings = List.copyOf(readings);
    }

    /** Returns the reading of a view. */
    public Optional<Reading> reading(String view) {
        return readings.stream().filter(reading -> reading.view().equals(view)).findFirst();
    }

    /** Tells whether one number can be better than another. */
    public boolean judges() {
        return pair && traits.direction() != Direction.NEITHER;
    }

    /** Returns the best of the aligners, the first of those that are equal up to rounding. */
    public Optional<Reading> bestAligner() {
        return best(readings.stream().filter(Reading::aligner).toList());
    }

    /** Returns the best of all views, the first of those that are equal up to rounding. */
    public Optional<Reading> best() {
        return best(readings);
    }

    private Optional<Reading> best(List<Reading> among) {
        if (!judges()) {
            return Optional.empty();
        }
        double sign = traits.direction() == Direction.HIGHER_IS_BETTER ? 1 : -1;
        List<Reading> there = among.stream().filter(Reading::there).toList();
        double best = there.stream().mapToDouble(reading -> sign * reading.value()).max().orElse(0);
        return there.stream()
                .filter(reading -> sign * reading.value() >= best - Reading.ROUNDING)
                .findFirst();
    }
}
