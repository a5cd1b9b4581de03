package relrep.vectors.compare;

import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What targets find of their own nearest neighbours, in each way of asking.
 *
 * @param queries how many held-out targets ask
 * @param documents how many held-out rows are asked
 * @param k how many nearest neighbours are looked for
 * @param ranked how many nearest neighbours maps are ranked by: more of them tell more between
 *     maps, fewer tell how a map does beside staying
 * @param bootstrap how often queries were drawn again for the intervals
 * @param ways what each way of asking finds
 * @param mappedSource which aligner is best where targets ask mapped sources
 * @param mappedTarget which aligner is best where mapped targets ask sources
 * @param measuredBy the bundle that measured it, empty where that is relrep itself
 * @param reason why there is none of it, one sentence, or empty
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
    /** What gates call the number. */
    public static final String RECALL = "recall";

    /** Keeps a copy. */
    public RetrievalReport {
        ways = List.copyOf(ways);
    }

    /**
     * One way of asking.
     *
     * @param asked who asks whom
     * @param form the aligner, empty where there is none
     * @param recall the share that is found of the nearest neighbours that targets have among
     *     targets
     * @param interval of the recall
     * @param order the same share of those that maps are ranked by
     * @param correlation of a query's similarities with those among targets, the mean of all
     * @param gain the recall less that of staying
     * @param gainInterval of the gain, queries drawn together
     * @param overNoMap of the recall less that without a map
     * @param norm the mean norm of what was mapped over that of where it was mapped to
     * @param reason why there is no number, one sentence, or empty
     */
    public record Way(
            Asked asked,
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
        static Way absent(Asked asked, String form, String reason) {
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

        /** Tells whether there is a number. */
        public boolean there() {
            return reason.isEmpty();
        }

        /** Returns the number and its interval. */
        public String text() {
            return Numbers.text(recall) + interval.map(bounds -> " " + bounds).orElse("");
        }
    }

    static RetrievalReport absent(String reason) {
        return new RetrievalReport(
                0, 0, 0, 0, 0, List.of(), Optional.empty(), Optional.empty(), "", reason);
    }

    /** Tells whether there are numbers. */
    public boolean there() {
        return reason.isEmpty();
    }

    /** Returns what is found by lot. */
    public double chance() {
        return (double) k / (documents - 1);
    }

    /** Returns a way of asking, where it has a number. */
    public Optional<Way> way(Asked asked, String form) {
        return ways.stream()
                .filter(way -> way.asked() == asked && way.form().equals(form) && way.there())
                .findFirst();
    }

    /** Returns which aligner is best in a direction. */
    public Optional<Ranking> ranking(Asked asked) {
        return switch (asked) {
            case MAPPED_SOURCE -> mappedSource;
            case MAPPED_TARGET -> mappedTarget;
            default -> Optional.empty();
        };
    }

    /** Returns the best way of asking with an aligner in a direction. */
    public Optional<Way> best(Asked asked) {
        return ranking(asked).flatMap(ranking -> way(asked, ranking.best()));
    }

    /** Returns the same numbers as of a metric, which gates can be held to. */
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
                way.asked() == Asked.MAPPED_SOURCE,
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
