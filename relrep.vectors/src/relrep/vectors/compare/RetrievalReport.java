package relrep.vectors.compare;

import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The report on retrieval: the share of their own nearest neighbours that targets find, in each way
 * of asking.
 *
 * @param queries the number of held-out targets that serve as queries
 * @param documents the number of held-out rows that serve as documents
 * @param k the number of nearest neighbours per query
 * @param ranked the number of nearest neighbours for ranking maps; at least <i>k</i>, since more
 *     neighbours separate maps better, while fewer compare a map with staying better
 * @param bootstrap the number of bootstrap draws for the intervals
 * @param ways the results of each way of asking
 * @param mappedSource the ranking of aligners for targets that search mapped sources
 * @param mappedTarget the ranking of aligners for mapped targets that search sources
 * @param measuredBy the bundle that measured it, empty for relrep itself
 * @param reason why there are no results, one sentence, or empty
 */
public record RetrievalReport(
        int queries,
        int documents,
        int k,
        int ranked,
        int bootstrap,
        List<Way> ways,
        Optional<Ranking> mappedSource,
        Optional<Ranking> mappedTarget,
        String measuredBy,
        String reason) {
    /** The name of the recall in gates. */
    public static final String RECALL = "recall";

    /** Copies the list. */
    public RetrievalReport {
        ways = List.copyOf(ways);
    }

    /**
     * The results of one way of asking.
     *
     * @param asked the way of asking
     * @param form the aligner, or empty
     * @param recall the share of the targets' nearest neighbours among targets that is found, 0 to
     *     1
     * @param interval of the recall
     * @param order the same share with the number of neighbours for ranking
     * @param correlation the correlation of a query's similarities with those among targets, mean
     *     over all queries
     * @param gain the recall minus that of staying
     * @param gainInterval of the gain, from the same draws of queries
     * @param overNoMap the interval of the recall minus that without a map
     * @param norm the mean norm of the mapped rows over that of the rows of the space that they
     *     were mapped to
     * @param reason why there are no numbers, one sentence, or empty
     */
    public record Way(
            SearchMode asked,
            String form,
            double recall,
            Optional<Interval> interval,
            double order,
            double correlation,
            OptionalDouble gain,
            Optional<Interval> gainInterval,
            Optional<Interval> overNoMap,
            OptionalDouble norm,
            String reason) {
        static Way absent(SearchMode asked, String form, String reason) {
            return new Way(
                    asked,
                    form,
                    Double.NaN,
                    Optional.empty(),
                    Double.NaN,
                    Double.NaN,
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    reason);
        }

        /** Returns whether there is a number. */
        public boolean there() {
            return reason.isEmpty();
        }

        /** Returns the recall and its interval as text. */
        public String text() {
            return DisplayedNumber.text(recall) + interval.map(bounds -> " " + bounds).orElse("");
        }
    }

    static RetrievalReport absent(String reason) {
        return new RetrievalReport(
                0, 0, 0, 0, 0, List.of(), Optional.empty(), Optional.empty(), "", reason);
    }

    /** Returns whether there are numbers. */
    public boolean there() {
        return reason.isEmpty();
    }

    /** Returns the recall of a random choice. */
    public double chance() {
        return (double) k / (documents - 1);
    }

    /** Returns the results of a way of asking, if it has numbers. */
    public Optional<Way> way(SearchMode asked, String form) {
        return ways.stream()
                .filter(way -> way.asked() == asked && way.form().equals(form) && way.there())
                .findFirst();
    }

    /** Returns the ranking of aligners in a direction. */
    public Optional<Ranking> ranking(SearchMode asked) {
        return switch (asked) {
            case MAPPED_SOURCE -> mappedSource;
            case MAPPED_TARGET -> mappedTarget;
            default -> Optional.empty();
        };
    }

    /** Returns the results of the best aligner in a direction. */
    public Optional<Way> best(SearchMode asked) {
        return ranking(asked).flatMap(ranking -> way(asked, ranking.best()));
    }

    /** Returns the same numbers as a metric's report, so that gates can check them. */
    MetricReport metric() {
        MetricTraits traits = new MetricTraits(Direction.HIGHER_IS_BETTER, 0, 1, Set.of(), 2);
        return new MetricReport(
                RECALL,
                true,
                traits,
                queries,
                Optional.empty(),
                "",
                mappedSource,
                there() ? ways.stream().map(this::reading).toList() : List.of(absence()));
    }

    private MetricValue absence() {
        return MetricValue.absent(
                Representation.absent(RECALL, Representation.Role.ALIGNED, reason), reason);
    }

    private MetricValue reading(Way way) {
        return new MetricValue(
                way.asked().view(way.form()),
                way.asked() == SearchMode.MAPPED_SOURCE,
                way.recall(),
                way.interval(),
                way.there() ? OptionalDouble.of(chance()) : OptionalDouble.empty(),
                false,
                way.gain(),
                way.gainInterval(),
                Map.of(),
                way.reason());
    }
}
