package relrep.vectors.compare;

import relrep.vectors.compare.RetrievalReport.Way;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a map is worth it, and writes the last line of the report. It uses the recall of
 * targets that search mapped sources.
 */
final class Verdict {
    private static final double HALF = 0.5;

    private Verdict() {}

    static String of(RetrievalReport report) {
        if (!report.there()) {
            return "nothing can be said about use: " + report.reason();
        }
        Optional<Way> relative = report.way(SearchMode.RELATIVE, "");
        Optional<Way> best =
                report.best(SearchMode.MAPPED_SOURCE)
                        .map(way -> relative.filter(other -> better(other, way)).orElse(way))
                        .or(() -> relative);
        Optional<Way> staying = report.way(SearchMode.STAYING, "");
        Optional<Way> noMap = report.way(SearchMode.NO_MAP, "");
        List<String> parts = new ArrayList<>();
        best.ifPresent(way -> parts.add(found(way, report)));
        staying.ifPresent(way -> parts.add("staying with the source " + way.text()));
        noMap.ifPresent(way -> parts.add("no map " + way.text()));
        parts.add("chance " + DisplayedNumber.text(report.chance()));
        String measuredBy = report.measuredBy();
        return "%d nearest of the target%s: %s: %s"
                .formatted(
                        report.k(),
                        measuredBy.isEmpty() ? "" : ", as measured by " + measuredBy,
                        String.join(", ", parts),
                        best.map(way -> judgement(report, way)).orElse("there is no map to judge"));
    }

    private static boolean better(Way one, Way other) {
        return one.interval().isPresent()
                && one.interval().get().lower() > other.interval().map(Interval::upper).orElse(1.0);
    }

    private static String found(Way way, RetrievalReport report) {
        String tie =
                report.ranking(way.asked())
                        .filter(Ranking::tie)
                        .map(
                                ranking ->
                                        " (tied within noise with %s; the simplest of them)"
                                                .formatted(ranking.others()))
                        .orElse("");
        return way.asked() == SearchMode.RELATIVE
                ? "targets find %s in the relative form".formatted(way.text())
                : "targets that ask sources mapped by %s%s find %s"
                        .formatted(way.form(), tie, way.text());
    }

    private static String judgement(RetrievalReport report, Way way) {
        String judged = worth(report, way);
        return way.recall() < HALF && !judged.startsWith("not ")
                ? judged + "; but it finds less than half of what sources embedded anew would"
                : judged;
    }

    private static String worth(RetrievalReport report, Way way) {
        String name = way.asked() == SearchMode.RELATIVE ? "the relative form" : way.form();
        if (way.interval().filter(bounds -> bounds.lower() <= report.chance()).isPresent()) {
            return "not worth it, %s finds no more than chance".formatted(name);
        }
        if (way.overNoMap().filter(bounds -> bounds.lower() <= MetricValue.ROUNDING).isPresent()) {
            return "not worth it, %s finds no more than no map does".formatted(name);
        }
        double gain = way.gain().orElse(0);
        Interval bounds = way.gainInterval().orElse(new Interval(gain, gain));
        if (bounds.lower() > MetricValue.ROUNDING) {
            return "worth it, %s beats staying by %s %s%s"
                    .formatted(name, DisplayedNumber.text(gain), bounds, back(report, way));
        }
        if (bounds.upper() < -MetricValue.ROUNDING) {
            return "%s costs %s %s against staying: worth it only to move to the target without embedding the sources anew%s"
                    .formatted(
                            name, DisplayedNumber.text(-gain), bounds.negated(), back(report, way));
        }
        return "a way to move to the target, %s differs from staying by %s %s, which is within noise%s"
                .formatted(name, DisplayedNumber.text(gain), bounds, back(report, way));
    }

    /** Returns a sentence if the other direction is certainly better. */
    private static String back(RetrievalReport report, Way way) {
        return report.best(SearchMode.MAPPED_TARGET)
                .filter(other -> better(other, way))
                .map(
                        other ->
                                "; targets mapped back by %s find more, %s"
                                        .formatted(other.form(), other.text()))
                .orElse("");
    }
}
