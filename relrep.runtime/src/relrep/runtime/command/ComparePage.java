package relrep.runtime.command;

import relrep.api.metric.MetricTraits;
import relrep.runtime.command.Page.Tone;
import relrep.runtime.compare.AlignerReport;
import relrep.runtime.compare.AnchorsReport;
import relrep.runtime.compare.Comparison;
import relrep.runtime.compare.Gate;
import relrep.runtime.compare.Health;
import relrep.runtime.compare.Interval;
import relrep.runtime.compare.MetricReport;
import relrep.runtime.compare.Numbers;
import relrep.runtime.compare.Reading;
import relrep.runtime.compare.Resampling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How alike two spaces are.
 *
 * @param comparison what came of it
 */
record ComparePage(Comparison comparison) implements Answer {
    private static final int GATE_NOT_MET = 3;

    @Override
    public Object json() {
        return CompareJson.of(comparison);
    }

    @Override
    public int exitCode() {
        return comparison.met() ? 0 : GATE_NOT_MET;
    }

    @Override
    public void print(Page page) {
        page.line(rows());
        page.line("");
        health(page);
        comparison.anchors().ifPresent(anchors -> anchors(page, anchors));
        pairs(page, comparison.metrics().stream().filter(MetricReport::pair).toList());
        singles(page, comparison.metrics().stream().filter(one -> !one.pair()).toList());
        missing(page);
        comparison.warnings().forEach(text -> page.line(Tone.DOUBTFUL, "warning", ": " + text));
        if (!comparison.warnings().isEmpty()) {
            page.line("");
        }
        for (Gate.Outcome gate : comparison.gates()) {
            page.line(
                    gate.met() ? Tone.GOOD : Tone.BAD,
                    "gate",
                    gate.sentence().substring("gate".length()));
        }
        page.line(comparison.verdict());
    }

    private String rows() {
        Comparison.Sizes sizes = comparison.parting();
        return "%s; %s learnt from, %s held out and measured; seed %d"
                .formatted(
                        comparison.matched(),
                        some(sizes.training(), sizes.trainingOf()),
                        some(sizes.heldOut(), sizes.heldOutOf()),
                        comparison.seed());
    }

    private static String some(int count, int of) {
        return count == of ? String.valueOf(count) : "%d of %d".formatted(count, of);
    }

    private void health(Page page) {
        List<List<String>> table = new ArrayList<>();
        line(table, "rows looked at", Health::rows);
        line(table, "width", Health::width);
        line(table, "constant columns", Health::constantColumns);
        line(table, "zero rows", Health::zeroRows);
        line(table, "rows equal to an earlier one", Health::duplicateRows);
        line(table, "median norm", Health::medianNorm);
        line(table, "norm spread (deviation / mean)", Health::normSpread);
        line(table, "mean cosine of two rows", Health::meanCosine);
        page.table(List.of("HEALTH", comparison.sourceName(), comparison.targetName()), table);
        page.line("");
    }

    private void line(List<List<String>> table, String name, Function<Health, Number> value) {
        table.add(
                List.of(
                        name,
                        Numbers.text(value.apply(comparison.source()).doubleValue()),
                        Numbers.text(value.apply(comparison.target()).doubleValue())));
    }

    private void anchors(Page page, AnchorsReport anchors) {
        page.line(
                "relative form: %s to %d anchors, %s, out of the rows learnt from"
                        .formatted(anchors.similarity(), anchors.count(), anchors.chosen()));
        Set<String> names = new LinkedHashSet<>(anchors.source().keySet());
        names.addAll(anchors.target().keySet());
        if (!names.isEmpty()) {
            page.table(
                    List.of("ANCHORS", comparison.sourceName(), comparison.targetName()),
                    names.stream()
                            .map(
                                    name ->
                                            List.of(
                                                    name,
                                                    number(anchors.source().get(name)),
                                                    number(anchors.target().get(name))))
                            .toList());
        }
        page.line("");
    }

    private static String number(Double value) {
        return value == null ? "" : Numbers.text(value);
    }

    private static void pairs(Page page, List<MetricReport> reports) {
        List<List<String>> table = new ArrayList<>();
        for (MetricReport report : reports) {
            fill(
                    table,
                    report,
                    reading ->
                            List.of(
                                    reading.view(),
                                    Numbers.text(reading.value()),
                                    bounds(reading),
                                    chance(reading),
                                    mark(report, reading),
                                    gain(reading)));
        }
        if (!table.isEmpty()) {
            page.table(
                    List.of(
                            "TWO SPACES",
                            "FORM",
                            "VALUE",
                            "95 % INTERVAL",
                            "CHANCE",
                            "BEST ALIGNER",
                            "GAIN OVER ABSOLUTE"),
                    table);
            page.line("~ measured on the same rows with the order of the target shuffled");
            page.line("");
        }
    }

    private static void singles(Page page, List<MetricReport> reports) {
        List<List<String>> table = new ArrayList<>();
        for (MetricReport report : reports) {
            fill(
                    table,
                    report,
                    reading ->
                            List.of(
                                    reading.view(),
                                    Numbers.text(reading.value()),
                                    bounds(reading)));
        }
        if (!table.isEmpty()) {
            page.table(List.of("ONE SPACE", "SPACE", "VALUE", "95 % INTERVAL"), table);
        }
    }

    /** Adds what is to be known of a metric, and beside it a line for each number. */
    private static void fill(
            List<List<String>> table, MetricReport report, Function<Reading, List<String>> cells) {
        List<Reading> there = report.readings().stream().filter(Reading::there).toList();
        if (there.isEmpty()) {
            return;
        }
        List<String> about = about(report);
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

    private static List<String> about(MetricReport report) {
        return List.of(
                report.metric(),
                "  " + direction(report.traits()) + ", " + range(report.traits()),
                "  %d rows".formatted(report.rows()),
                "  " + report.resampling().map(Resampling::sentence).orElse("no interval"));
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
            return Numbers.text(traits.lower()) + " or more";
        }
        return Double.isInfinite(traits.lower())
                ? Numbers.text(traits.upper()) + " or less"
                : Numbers.text(traits.lower()) + " to " + Numbers.text(traits.upper());
    }

    private static String bounds(Reading reading) {
        return reading.interval().map(Interval::toString).orElse("");
    }

    private static String chance(Reading reading) {
        return reading.chance().isPresent()
                ? (reading.shuffled() ? "~" : "") + Numbers.text(reading.chance().getAsDouble())
                : "";
    }

    private static String gain(Reading reading) {
        return reading.gain().isPresent()
                ? Numbers.text(reading.gain().getAsDouble())
                        + reading.gainInterval().map(bounds -> " " + bounds).orElse("")
                : "";
    }

    private static String mark(MetricReport report, Reading reading) {
        Optional<Reading> best = report.bestAligner();
        if (best.isEmpty() || !best.get().view().equals(reading.view())) {
            return "";
        }
        if (reading.gain().isEmpty()) {
            return "best";
        }
        return reading.beatsNothing() ? "best, beats absolute" : "best, no better";
    }

    /** Says what does not apply, each reason once. */
    private void missing(Page page) {
        Map<String, Set<String>> what = new LinkedHashMap<>();
        Set<String> maps = new TreeSet<>();
        for (AlignerReport aligner : comparison.aligners()) {
            if (!aligner.reason().isEmpty()) {
                maps.add(aligner.aligner());
                add(what, aligner.reason(), aligner.aligner());
            }
        }
        for (MetricReport report : comparison.metrics()) {
            boolean none = report.readings().stream().noneMatch(Reading::there);
            for (Reading reading : report.readings()) {
                if (!reading.there() && !maps.contains(reading.view())) {
                    add(what, reading.reason(), name(report, reading, none));
                    if (none) {
                        break;
                    }
                }
            }
            if (!report.noInterval().isEmpty()) {
                add(what, report.noInterval(), report.metric() + ", interval");
            }
        }
        comparison.unready().forEach((name, reason) -> add(what, reason, name));
        if (!what.isEmpty()) {
            List<List<String>> table = new ArrayList<>();
            what.forEach((reason, names) -> table.add(List.of(String.join(", ", names), reason)));
            page.wrapped(List.of("DOES NOT APPLY", "BECAUSE"), table);
            page.line("");
        }
    }

    private static String name(MetricReport report, Reading reading, boolean none) {
        return none ? report.metric() : reading.view() + " " + report.metric();
    }

    private static void add(Map<String, Set<String>> what, String reason, String name) {
        what.computeIfAbsent(reason, any -> new LinkedHashSet<>()).add(name);
    }
}
