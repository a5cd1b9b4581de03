package relrep.vectors.compare;

import relrep.api.run.InvalidInputException;
import relrep.workbench.plugins.Expression;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bound that a number must keep.
 *
 * @param written as typed
 * @param view in which the number is found; empty for the best one
 * @param metric as written, defaults left out
 * @param operator one of {@code >= > <= <}
 * @param bound the number to keep; NaN where it is what staying on the source finds
 */
public record Gate(String written, String view, String metric, String operator, double bound) {
    private static final String STAYING = Asked.STAYING.word();
    private static final Pattern FORM =
            Pattern.compile("\\s*(.+?)\\s*(>=|<=|>|<)\\s*([-+.0-9][-+.0-9eE]*|staying)\\s*");

    /**
     * What became of it.
     *
     * @param gate the bound
     * @param reading what was held to it; absent where there was no number
     * @param bound what that was held to
     * @param met whether the number keeps it
     * @param sentence what is said of it
     */
    public record Outcome(
            Gate gate, Optional<MetricValue> reading, double bound, boolean met, String sentence) {}

    /** How a metric or an aligner is written, defaults left out. */
    interface Names {
        /** Returns the metric, or empty when there is none of that name. */
        Optional<String> metric(String written);

        /** Returns the view, or empty when there is none of that name. */
        Optional<String> view(String written);

        /** Returns what there is to choose from, for a sentence. */
        String choice();
    }

    /**
     * Reads one.
     *
     * @throws InvalidInputException when it is not written as one, or names what is not measured
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
                "must be a metric and a bound, such as mrr>=0.9, relative:mrr>=0.9 or recall>=staying, with what is measured, not '%s'%s"
                        .formatted(written, choice));
    }

    /** Reads an expression and gives it in its canonical form, or empty. */
    static Optional<Expression> expression(String written) {
        try {
            return Optional.of(Expression.parse(written));
        } catch (InvalidInputException wrong) {
            return Optional.empty();
        }
    }

    /** Returns the number in the view that is named, else the best one; of recall, with a map. */
    private Optional<MetricValue> found(MetricReport report) {
        if (!view.isEmpty()) {
            return report.reading(view);
        }
        return metric.equals(RetrievalReport.RECALL) ? report.bestAligner() : report.best();
    }

    /** Holds the numbers to it. */
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
                    "'%s' must name one of %s: none of them is the best"
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
                                Double.isNaN(bound) ? ", staying " + Numbers.text(limit) : "",
                                close ? "; the bound is within the interval" : ""));
    }
}
