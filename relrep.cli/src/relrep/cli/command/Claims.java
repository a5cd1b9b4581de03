package relrep.cli.command;

import relrep.api.alignment.Aligner;
import relrep.api.metric.Metric;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.OutputMetric;
import relrep.api.metric.PairMetric;
import relrep.api.metric.SpaceMetric;
import relrep.api.similarity.DifferentiableSimilarity;
import relrep.api.similarity.InvertibleSimilarity;
import relrep.api.similarity.Similarity;
import relrep.api.similarity.Similarity.Sense;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Describes the claims of a plugin in words. */
final class Claims {
    private final Map<String, String> claims = new LinkedHashMap<>();

    private Claims(Object plugin) {
        if (plugin instanceof Similarity similarity) {
            of(similarity);
        }
        if (plugin instanceof Aligner aligner) {
            claims.put("recovers", words(aligner.recovers()));
            claims.put("unequal widths", aligner.acceptsUnequalWidths() ? "taken" : "refused");
        }
        if (plugin instanceof Metric metric) {
            of(metric);
        }
    }

    /** Returns the claims by name, in reading order; empty for a kind without claims. */
    static Map<String, String> of(Object plugin) {
        return new Claims(plugin).claims;
    }

    private void of(Similarity similarity) {
        claims.put("unchanged by", words(similarity.invariances()));
        claims.put(
                "a larger value",
                similarity.sense() == Sense.LARGER_IS_CLOSER
                        ? "is more alike"
                        : "is less alike: it is a distance, and 0 is the same point");
        claims.put(
                "trained through",
                similarity instanceof DifferentiableSimilarity ? "yes, it has a gradient" : "no");
        claims.put(
                "leads back",
                similarity instanceof InvertibleSimilarity
                        ? "to the points, where the anchors span the space"
                        : "no");
    }

    private void of(Metric metric) {
        MetricTraits traits = metric.traits();
        claims.put("measures", subject(metric));
        claims.put(
                "a larger value",
                switch (traits.direction()) {
                    case HIGHER_IS_BETTER -> "is better, or more alike";
                    case LOWER_IS_BETTER -> "is worse, or less alike";
                    case NEITHER -> "is neither better nor worse";
                });
        claims.put("range", range(traits));
        claims.put("needs", needs(traits));
        if (metric instanceof SpaceMetric one) {
            claims.put("unchanged by", words(one.invariances()));
        }
        if (metric instanceof PairMetric two) {
            claims.put("unchanged by", words(two.invariances()) + " (of the target alone)");
        }
    }

    private static String subject(Metric metric) {
        if (metric instanceof OutputMetric output) {
            return "an output, of a decoder trained to " + word(output.objective());
        }
        return metric instanceof PairMetric ? "two spaces" : "one space";
    }

    private static String range(MetricTraits traits) {
        boolean below = traits.lower() == Double.NEGATIVE_INFINITY;
        boolean above = traits.upper() == Double.POSITIVE_INFINITY;
        if (below && above) {
            return "any number";
        }
        String lower = number(traits.lower());
        String upper = number(traits.upper());
        return below ? "up to " + upper : above ? lower + " and above" : lower + " to " + upper;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static String needs(MetricTraits traits) {
        String rows =
                "at least %d sample%s"
                        .formatted(traits.minimumRows(), traits.minimumRows() == 1 ? "" : "s");
        return traits.needs().isEmpty() ? rows : words(traits.needs()) + ", " + rows;
    }

    private static String words(Collection<? extends Enum<?>> constants) {
        return constants.isEmpty()
                ? "nothing"
                : constants.stream().sorted().map(Claims::word).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
