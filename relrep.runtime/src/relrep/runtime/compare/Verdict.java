package relrep.runtime.compare;

import relrep.api.metric.MetricTraits.Direction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether it is worth it: the last line, by one metric. */
final class Verdict {
    private static final String USUAL = "mrr";
    private static final double HALF = 0.5;

    private Verdict() {}

    /**
     * Judges by the metric that was named first, by {@code mrr} where none was.
     *
     * @param reports of all metrics
     * @param named whether the metrics were named by the user
     */
    static String of(List<MetricReport> reports, boolean named) {
        List<MetricReport> judging =
                reports.stream().filter(report -> report.best().isPresent()).toList();
        Optional<MetricReport> usual =
                named
                        ? Optional.empty()
                        : judging.stream()
                                .filter(report -> report.metric().equals(USUAL))
                                .findFirst();
        return usual.or(() -> judging.stream().findFirst())
                .map(Verdict::of)
                .orElse("nothing can be said: no metric that judges two spaces applies");
    }

    private static String of(MetricReport report) {
        Optional<Reading> absolute = report.reading(Forms.ABSOLUTE).filter(Reading::there);
        Optional<Reading> relative = report.reading(Forms.RELATIVE).filter(Reading::there);
        Optional<Reading> aligner = report.bestAligner();
        List<String> parts = new ArrayList<>();
        relative.ifPresent(
                reading -> parts.add("relative %s %s".formatted(report.metric(), reading.text())));
        aligner.ifPresent(
                reading ->
                        parts.add(
                                "best aligner %s %s %s"
                                        .formatted(
                                                reading.view(), report.metric(), reading.text())));
        parts.add(
                absolute.map(reading -> "absolute " + reading.text())
                        .orElse("absolute does not apply"));
        Optional<Reading> best = better(report, relative, aligner);
        best.or(() -> absolute)
                .filter(reading -> reading.chance().isPresent())
                .ifPresent(
                        reading ->
                                parts.add(
                                        "chance " + Numbers.text(reading.chance().getAsDouble())));
        return String.join(", ", parts) + ": " + judgement(report, absolute, best);
    }

    private static Optional<Reading> better(
            MetricReport report, Optional<Reading> one, Optional<Reading> other) {
        double sign = report.traits().direction() == Direction.LOWER_IS_BETTER ? -1 : 1;
        return Stream.of(one, other)
                .flatMap(Optional::stream)
                .reduce((a, b) -> sign * b.value() > sign * a.value() ? b : a);
    }

    private static String judgement(
            MetricReport report, Optional<Reading> absolute, Optional<Reading> best) {
        if (best.isEmpty()) {
            return "there is no relative or aligned form to judge";
        }
        Reading way = best.get();
        if (!betterThanChance(report, way)) {
            return "not worth it, %s is no better than chance".formatted(way.view());
        }
        if (absolute.isPresent() && !way.beatsNothing()) {
            return "not worth it, nothing beats leaving the spaces as they are";
        }
        String gain =
                way.gain().isPresent()
                        ? "%s beats doing nothing by %s%s"
                                .formatted(
                                        way.view(),
                                        Numbers.text(way.gain().getAsDouble()),
                                        way.gainInterval().map(bounds -> " " + bounds).orElse(""))
                        : "%s is better than chance".formatted(way.view());
        return lessThanHalf(report, way)
                ? "better than nothing, %s, but less than half way from chance to the best there could be"
                        .formatted(gain)
                : "worth it, " + gain;
    }

    private static boolean betterThanChance(MetricReport report, Reading way) {
        if (way.chance().isEmpty()) {
            return true;
        }
        double chance = way.chance().getAsDouble();
        Interval bounds = way.interval().orElse(new Interval(way.value(), way.value()));
        return report.traits().direction() == Direction.LOWER_IS_BETTER
                ? bounds.upper() < chance
                : bounds.lower() > chance;
    }

    private static boolean lessThanHalf(MetricReport report, Reading way) {
        double ideal =
                report.traits().direction() == Direction.LOWER_IS_BETTER
                        ? report.traits().lower()
                        : report.traits().upper();
        if (way.chance().isEmpty() || !Double.isFinite(ideal)) {
            return false;
        }
        double chance = way.chance().getAsDouble();
        return (way.value() - chance) / (ideal - chance) < HALF;
    }
}
