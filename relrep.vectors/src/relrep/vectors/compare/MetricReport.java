package relrep.vectors.compare;

import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.MetricTraits.Need;

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
 * @param ranking which aligner is best, where there are any and numbers can be better
 * @param readings one a view
 */
public record MetricReport(
        String metric,
        boolean pair,
        MetricTraits traits,
        int rows,
        Optional<Resampling> resampling,
        String noInterval,
        Optional<Ranking> ranking,
        List<MetricValue> readings) {
    /** Keeps a copy. */
    public MetricReport {
        readings = List.copyOf(readings);
    }

    /** Returns the reading of a view. */
    public Optional<MetricValue> reading(String view) {
        return readings.stream().filter(reading -> reading.view().equals(view)).findFirst();
    }

    /** Tells whether one number can be better than another. */
    public boolean judges() {
        return pair && traits.direction() != Direction.NEITHER;
    }

    /** Returns the best of the aligners, the simplest of those that are tied. */
    public Optional<MetricValue> bestAligner() {
        return ranking.flatMap(found -> reading(found.best()));
    }

    /**
     * Tells whether each space is looked at by itself, so that the spaces as they are need no map:
     * what compares coordinates across spaces needs equal widths.
     */
    public boolean eachByItself() {
        return !traits.needs().contains(Need.EQUAL_WIDTHS);
    }

    /** Returns the best of all views, the first of those that are equal up to rounding. */
    public Optional<MetricValue> best() {
        return best(readings);
    }

    private Optional<MetricValue> best(List<MetricValue> among) {
        if (!judges()) {
            return Optional.empty();
        }
        double sign = traits.direction() == Direction.HIGHER_IS_BETTER ? 1 : -1;
        List<MetricValue> there = among.stream().filter(MetricValue::there).toList();
        double best = there.stream().mapToDouble(reading -> sign * reading.value()).max().orElse(0);
        return there.stream()
                .filter(reading -> sign * reading.value() >= best - MetricValue.ROUNDING)
                .findFirst();
    }
}
