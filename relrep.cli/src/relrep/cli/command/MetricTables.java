package relrep.cli.command;

import relrep.api.metric.MetricTraits;
import relrep.vectors.compare.DisplayedNumber;
import relrep.vectors.compare.Interval;
import relrep.vectors.compare.MetricReport;
import relrep.vectors.compare.MetricValue;
import relrep.vectors.compare.Ranking;
import relrep.vectors.compare.Resampling;
import relrep.workbench.terminal.Quantity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tables of a comparison's metrics: one table if it fits into the width, else one for each
 * metric, so that nothing is cut off.
 */
final class MetricTables {
    private final TextPage page;

    MetricTables(TextPage page) {
        this.page = page;
    }

    /** Prints the values of metrics of two spaces. */
    void pairs(List<MetricReport> all) {
        List<MetricReport> reports = there(all);
        if (reports.isEmpty()) {
            return;
        }
        List<String> headings =
                List.of(
                        "TWO SPACES",
                        "FORM",
                        "VALUE",
                        "95 % INTERVAL",
                        "CHANCE",
                        "BEST ALIGNER",
                        "GAIN OVER ABSOLUTE");
        List<List<String>> table = new ArrayList<>();
        for (MetricReport report : reports) {
            fill(
                    table,
                    report,
                    reading ->
                            List.of(
                                    reading.view(),
                                    DisplayedNumber.text(reading.value()),
                                    bounds(reading),
                                    chance(reading),
                                    mark(report, reading),
                                    gain(reading)));
        }
        if (page.fits(headings, table)) {
            page.table(headings, table);
        } else {
            page.heading("TWO SPACES");
            reports.forEach(this::pair);
        }
        page.text("~ measured on the same rows with the order of the target shuffled");
        page.line("");
    }

    private void pair(MetricReport report) {
        about(report);
        List<String> headings =
                List.of("FORM", "VALUE", "95 % INTERVAL", "CHANCE", "GAIN OVER ABSOLUTE");
        List<List<String>> table = new ArrayList<>();
        for (MetricValue reading : readings(report)) {
            table.add(
                    List.of(
                            reading.view(),
                            DisplayedNumber.text(reading.value()),
                            bounds(reading),
                            chance(reading),
                            gain(reading)));
        }
        if (page.fits(headings, table)) {
            page.table(headings, table);
        } else {
            some(headings, table, 0, 1, 2, 3);
            some(headings, table, 0, 4);
        }
        report.bestAligner()
                .ifPresent(
                        best ->
                                page.text(
                                        "best aligner: %s, %s"
                                                .formatted(best.view(), said(report, best))));
        page.line("");
    }

    private static String said(MetricReport report, MetricValue best) {
        String mark = mark(report, best);
        Ranking ranking = report.ranking().orElseThrow();
        return ranking.tie()
                ? mark + "; as good are " + ranking.others()
                : mark.replaceFirst("^best(, )?", "");
    }

    private void some(List<String> headings, List<List<String>> table, int... columns) {
        page.wrapped(
                some(headings, columns), table.stream().map(row -> some(row, columns)).toList());
    }

    private static List<String> some(List<String> cells, int... columns) {
        return Arrays.stream(columns).mapToObj(cells::get).toList();
    }

    /** Prints the values of metrics of one space. */
    void singles(List<MetricReport> all) {
        List<MetricReport> reports = there(all);
        if (reports.isEmpty()) {
            return;
        }
        Function<MetricValue, List<String>> cells =
                reading ->
                        List.of(
                                reading.view(),
                                DisplayedNumber.text(reading.value()),
                                bounds(reading));
        List<List<String>> table = new ArrayList<>();
        reports.forEach(report -> fill(table, report, cells));
        List<String> headings = List.of("ONE SPACE", "SPACE", "VALUE", "95 % INTERVAL");
        if (page.fits(headings, table)) {
            page.table(headings, table);
            return;
        }
        page.heading("ONE SPACE");
        for (MetricReport report : reports) {
            about(report);
            page.wrapped(
                    List.of("SPACE", "VALUE", "95 % INTERVAL"),
                    readings(report).stream().map(cells).toList());
            page.line("");
        }
    }

    private static List<MetricReport> there(List<MetricReport> reports) {
        return reports.stream().filter(report -> !readings(report).isEmpty()).toList();
    }

    private static List<MetricValue> readings(MetricReport report) {
        return report.readings().stream().filter(MetricValue::there).toList();
    }

    /** Adds the description of a metric, and beside it one line per value. */
    private static void fill(
            List<List<String>> table,
            MetricReport report,
            Function<MetricValue, List<String>> cells) {
        List<MetricValue> there = readings(report);
        List<String> about =
                List.of(
                        report.metric(),
                        "  " + direction(report.traits()) + ", " + range(report.traits()),
                        "  " + rows(report),
                        "  " + how(report),
                        absolute(report));
        int columns = cells.apply(there.get(0)).size();
        for (int i = 0; i < Math.max(there.size(), about.size()); i++) {
            List<String> line = new ArrayList<>();
            line.add(i < about.size() ? about.get(i) : "");
            line.addAll(
                    i < there.size()
                            ? cells.apply(there.get(i))
                            : Collections.nCopies(columns, ""));
            table.add(line);
        }
        table.add(Collections.nCopies(columns + 1, ""));
    }

    private static String absolute(MetricReport report) {
        if (!report.pair()) {
            return "";
        }
        return report.eachByItself() ? "  absolute: each by itself" : "  absolute: no map";
    }

    private void about(MetricReport report) {
        page.text(
                "%s: %s, %s; %s, %s%s"
                        .formatted(
                                report.metric(),
                                direction(report.traits()),
                                range(report.traits()),
                                rows(report),
                                how(report),
                                report.pair() ? ";" + absolute(report).substring(1) : ""));
    }

    private static String rows(MetricReport report) {
        return Quantity.of(report.rows(), "row");
    }

    private static String how(MetricReport report) {
        return report.resampling().map(Resampling::sentence).orElse("no interval");
    }

    private static String direction(MetricTraits traits) {
        return switch (traits.direction()) {
            case HIGHER_IS_BETTER -> "higher is better";
            case LOWER_IS_BETTER -> "lower is better";
            case NEITHER -> "describes";
        };
    }

    private static String range(MetricTraits traits) {
        if (Double.isInfinite(traits.lower()) && Double.isInfinite(traits.upper())) {
            return "any number";
        }
        if (Double.isInfinite(traits.upper())) {
            return DisplayedNumber.text(traits.lower()) + " or more";
        }
        return Double.isInfinite(traits.lower())
                ? DisplayedNumber.text(traits.upper()) + " or less"
                : DisplayedNumber.text(traits.lower())
                        + " to "
                        + DisplayedNumber.text(traits.upper());
    }

    private static String bounds(MetricValue reading) {
        return reading.interval().map(Interval::toString).orElse("");
    }

    private static String chance(MetricValue reading) {
        return reading.chance().isPresent()
                ? (reading.shuffled() ? "~" : "")
                        + DisplayedNumber.text(reading.chance().getAsDouble())
                : "";
    }

    private static String gain(MetricValue reading) {
        return reading.gain().isPresent()
                ? DisplayedNumber.text(reading.gain().getAsDouble())
                        + reading.gainInterval().map(bounds -> " " + bounds).orElse("")
                : "";
    }

    /** Returns the mark of the best aligner, or of an aligner within noise of the best. */
    private static String mark(MetricReport report, MetricValue reading) {
        Optional<Ranking> ranking = report.ranking();
        if (ranking.isEmpty() || !ranking.get().tied().contains(reading.view())) {
            return "";
        }
        String ceiling = ranking.get().ceiling() ? " at the ceiling" : "";
        if (!ranking.get().best().equals(reading.view())) {
            return "tied" + ceiling;
        }
        String best = ranking.get().tie() ? "tied" + ceiling + ", simplest" : "best";
        if (reading.gain().isEmpty()) {
            return best;
        }
        String absolute = report.eachByItself() ? "staying" : "no map";
        return best + (reading.beatsAbsolute() ? ", beats " : ", no better than ") + absolute;
    }
}
