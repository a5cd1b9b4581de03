package relrep.vectors.compare;

import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.MetricTraits.Need;

import java.util.List;
import java.util.Optional;

/**
 * The report on one metric in all views.
 *
 * @param metric its canonical expression, defaults left out
 * @param pair whether it measures two spaces, rather than one
 * @param traits the meaning and range of its values
 * @param rows the number of samples measured
 * @param resampling how its intervals were computed, if there are any
 * @param noInterval why there are no intervals, one sentence, or empty
 * @param ranking the best aligner, if there are aligners and the metric has a direction
 * @param readings one value per view
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
    /** Copies the values. */
    public MetricReport {
        readings = List.copyOf(readings);
    }

    /** Returns the value of a view. */
    public Optional<MetricValue> reading(String view) {
        return readings.stream().filter(reading -> reading.view().equals(view)).findFirst();
    }

    /** Returns whether one value can be better than another. */
    public boolean judges() {
        return pair && traits.direction() != Direction.NEITHER;
    }

    /** Returns the value of the best aligner; of tied aligners, the simplest. */
    public Optional<MetricValue> bestAligner() {
        return ranking.flatMap(found -> reading(found.best()));
    }

    /**
     * Returns whether the metric examines each space by itself. Then the unmapped spaces can be
     * measured even if their widths differ. A metric that compares coordinates across spaces needs
     * equal widths.
     */
    public boolean eachByItself() {
        return !traits.needs().contains(Need.EQUAL_WIDTHS);
    }

    /** Returns the best value of all views; of values that are equal up to rounding, the first. */
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
