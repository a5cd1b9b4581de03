package relrep.vectors.compare;

import relrep.api.run.InvalidInputException;
import relrep.workbench.plugins.Expression;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bound on a number of the comparison, checked at its end.
 *
 * @param written as typed
 * @param view the view that has the number; empty for the best view
 * @param metric as written, defaults left out
 * @param operator one of {@code >= > <= <}
 * @param bound the bound; NaN if the bound is the recall of staying on the source
 */
public record Gate(String written, String view, String metric, String operator, double bound) {
    private static final String STAYING = SearchMode.STAYING.word();
    private static final Pattern FORM =
            Pattern.compile("\\s*(.+?)\\s*(>=|<=|>|<)\\s*([-+.0-9][-+.0-9eE]*|staying)\\s*");

    /**
     * The result of checking a gate.
     *
     * @param gate the bound
     * @param reading the number that was checked; absent if there was none
     * @param bound the bound that was used
     * @param met whether the number satisfies the gate
     * @param sentence the result in words
     */
    public record Outcome(
            Gate gate, Optional<MetricValue> reading, double bound, boolean met, String sentence) {}

    /** Resolves the names in a gate to their canonical forms. */
    interface Names {
        /** Returns the metric; empty when no metric has this name. */
        Optional<String> metric(String written);

        /** Returns the view; empty when no view has this name. */
        Optional<String> view(String written);

        /** Returns the possible names, for a message. */
        String choice();
    }

    /**
     * Reads a gate.
     *
     * @throws InvalidInputException when the text is malformed, or names something that is not
     *     measured
     */
    static Gate parse(String written, Names names) {
        Matcher form = FORM.matcher(written);
        if (!form.matches()) {
            throw refused(written, "");
        }
        double bound;
        try {
            bound = form.group(3).equals(STAYING) ? Double.NaN : Double.parseDouble(form.group(3));
        } catch (NumberFormatException wrong) {
            throw refused(written, "");
        }
        String left = form.group(1);
        if (Double.isNaN(bound) && !left.endsWith(RetrievalReport.RECALL)) {
            throw refused(written, "; only recall can be held to staying");
        }
        Optional<String> bare = names.metric(left);
        for (int colon = left.indexOf(':'); bare.isEmpty() && colon > 0; ) {
            Optional<String> view = names.view(left.substring(0, colon));
            Optional<String> metric = names.metric(left.substring(colon + 1));
            if (view.isPresent() && metric.isPresent()) {
                return new Gate(written, view.get(), metric.get(), form.group(2), bound);
            }
            colon = left.indexOf(':', colon + 1);
        }
        return new Gate(
                written,
                "",
                bare.orElseThrow(() -> refused(written, "; " + names.choice())),
                form.group(2),
                bound);
    }

    private static InvalidInputException refused(String written, String choice) {
        return InvalidInputException.of(
                "gate",
                "must be a metric and a bound, such as mrr>=0.9, relative:mrr>=0.9 or recall>=staying, and the metric must be measured, not '%s'%s"
                        .formatted(written, choice));
    }

    /** Returns the expression in its canonical form; empty when it is malformed. */
    static Optional<Expression> expression(String written) {
        try {
            return Optional.of(Expression.parse(written));
        } catch (InvalidInputException wrong) {
            return Optional.empty();
        }
    }

    /**
     * Returns the number of the named view, or else of the best view. For recall, only views with a
     * map count.
     */
    private Optional<MetricValue> found(MetricReport report) {
        if (!view.isEmpty()) {
            return report.reading(view);
        }
        return metric.equals(RetrievalReport.RECALL) ? report.bestAligner() : report.best();
    }

    /** Checks the gate against the numbers. */
    Outcome judge(List<MetricReport> reports) {
        MetricReport report =
                reports.stream()
                        .filter(one -> one.metric().equals(metric))
                        .findFirst()
                        .orElseThrow();
        Optional<MetricValue> found = found(report);
        if (found.isEmpty() && view.isEmpty() && !report.judges()) {
            throw InvalidInputException.of(
                    "gate",
                    "'%s' must name one of %s, because none of them is the best"
                            .formatted(
                                    written,
                                    String.join(
                                            ", ",
                                            report.readings().stream()
                                                    .map(MetricValue::view)
                                                    .toList())));
        }
        Optional<MetricValue> reading = found.filter(MetricValue::there);
        if (reading.isEmpty()) {
            String why =
                    found.or(() -> report.readings().stream().findFirst())
                            .map(MetricValue::reason)
                            .orElse("");
            return new Outcome(
                    this, reading, bound, false, "gate %s not met: %s".formatted(written, why));
        }
        MetricValue number = reading.get();
        double limit =
                Double.isNaN(bound)
                        ? report.reading(STAYING).map(MetricValue::value).orElse(Double.NaN)
                        : bound;
        boolean met =
                switch (operator) {
                    case ">=" -> number.value() >= limit;
                    case ">" -> number.value() > limit;
                    case "<=" -> number.value() <= limit;
                    default -> number.value() < limit;
                };
        boolean close = number.interval().filter(bounds -> bounds.holds(limit)).isPresent();
        return new Outcome(
                this,
                reading,
                limit,
                met,
                "gate %s %s: %s %s is %s%s%s"
                        .formatted(
                                written,
                                met ? "met" : "not met",
                                number.view(),
                                metric,
                                number.text(),
                                Double.isNaN(bound)
                                        ? ", staying " + DisplayedNumber.text(limit)
                                        : "",
                                close ? "; the bound is within the interval" : ""));
    }
}
