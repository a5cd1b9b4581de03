package relrep.cli.command;

import relrep.cli.command.TextPage.Tone;
import relrep.vectors.compare.AlignerReport;
import relrep.vectors.compare.AnchorsReport;
import relrep.vectors.compare.DisplayedNumber;
import relrep.vectors.compare.Gate;
import relrep.vectors.compare.MetricReport;
import relrep.vectors.compare.MetricValue;
import relrep.vectors.compare.RetrievalReport;
import relrep.vectors.compare.SpaceComparison;
import relrep.vectors.compare.SpaceDiagnostics;
import relrep.vectors.prepare.NamedTransforms;
import relrep.workbench.terminal.Quantity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The report of a comparison as text.
 *
 * @param comparison the result of the comparison
 */
record ComparePage(SpaceComparison comparison) implements Answer {
    private static final int GATE_NOT_MET = 3;

    @Override
    public Object json() {
        return CompareJson.of(comparison);
    }

    @Override
    public int exitCode() {
        if (!comparison.failures().isEmpty()) {
            return Failure.FAILED;
        }
        return comparison.met() ? 0 : GATE_NOT_MET;
    }

    @Override
    public void print(TextPage page) {
        page.text(rows());
        if (!comparison.transforms().isEmpty()) {
            page.text(
                    "both spaces after %s, fitted on the rows learnt from"
                            .formatted(NamedTransforms.text(comparison.transforms())));
        }
        page.line("");
        health(page);
        comparison.anchors().ifPresent(anchors -> anchors(page, anchors));
        new RetrievalTable(page).print(comparison.retrieval());
        MetricTables tables = new MetricTables(page);
        tables.pairs(comparison.metrics().stream().filter(MetricReport::pair).toList());
        tables.singles(comparison.metrics().stream().filter(one -> !one.pair()).toList());
        missing(page);
        comparison.warnings().forEach(text -> page.text(Tone.DOUBTFUL, "warning", ": " + text));
        if (!comparison.warnings().isEmpty()) {
            page.line("");
        }
        comparison.failures().forEach(text -> page.line(Tone.BAD, "failed", ": " + text));
        if (!comparison.failures().isEmpty()) {
            page.line("");
        }
        for (Gate.Outcome gate : comparison.gates()) {
            page.text(
                    gate.met() ? Tone.GOOD : Tone.BAD,
                    "gate",
                    gate.sentence().substring("gate".length()));
        }
        page.text(comparison.verdict());
    }

    private String rows() {
        SpaceComparison.Sizes sizes = comparison.parting();
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

    private void health(TextPage page) {
        List<List<String>> table = new ArrayList<>();
        line(table, "rows looked at", SpaceDiagnostics::rows);
        line(table, "width", SpaceDiagnostics::width);
        line(table, "constant columns", SpaceDiagnostics::constantColumns);
        line(table, "zero rows", SpaceDiagnostics::zeroRows);
        line(table, "rows equal to an earlier one", SpaceDiagnostics::duplicateRows);
        line(table, "median norm", SpaceDiagnostics::medianNorm);
        line(table, "norm spread (deviation / mean)", SpaceDiagnostics::normSpread);
        line(table, "mean cosine of two rows", SpaceDiagnostics::meanCosine);
        beside(page, "HEALTH", table);
        page.line("");
    }

    /**
     * Prints the numbers of both spaces side by side under their names, or under shorter words if
     * the names are long.
     */
    private void beside(TextPage page, String heading, List<List<String>> table) {
        List<String> names = List.of(heading, comparison.sourceName(), comparison.targetName());
        if (page.fits(names, table)) {
            page.table(names, table);
        } else {
            page.text("source: " + comparison.sourceName());
            page.text("target: " + comparison.targetName());
            page.table(List.of(heading, "SOURCE", "TARGET"), table);
        }
    }

    private void line(
            List<List<String>> table, String name, Function<SpaceDiagnostics, Number> value) {
        table.add(
                List.of(
                        name,
                        DisplayedNumber.text(value.apply(comparison.source()).doubleValue()),
                        DisplayedNumber.text(value.apply(comparison.target()).doubleValue())));
    }

    private void anchors(TextPage page, AnchorsReport anchors) {
        page.text(
                "relative form: %s to %s, %s, out of the rows learnt from"
                        .formatted(
                                anchors.similarity(),
                                Quantity.of(anchors.count(), "anchor"),
                                anchors.chosen()));
        Set<String> names = new LinkedHashSet<>(anchors.source().keySet());
        names.addAll(anchors.target().keySet());
        if (!names.isEmpty()) {
            beside(
                    page,
                    "ANCHORS",
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
        return value == null ? "" : DisplayedNumber.text(value);
    }

    /** Prints the metrics that do not apply, each reason once. */
    private void missing(TextPage page) {
        Map<String, Set<String>> what = new LinkedHashMap<>();
        Set<String> maps = new TreeSet<>();
        for (AlignerReport aligner : comparison.aligners()) {
            if (!aligner.reason().isEmpty()) {
                maps.add(aligner.aligner());
                add(what, OptionNames.in(aligner.reason()), aligner.aligner());
            }
        }
        for (MetricReport report : comparison.metrics()) {
            boolean none = report.readings().stream().noneMatch(MetricValue::there);
            for (MetricValue reading : report.readings()) {
                if (!reading.there() && !maps.contains(reading.view())) {
                    add(what, OptionNames.in(reading.reason()), name(report, reading, none));
                    if (none) {
                        break;
                    }
                }
            }
            if (!report.noInterval().isEmpty()) {
                add(what, report.noInterval(), report.metric() + ", interval");
            }
        }
        RetrievalReport retrieval = comparison.retrieval();
        if (!retrieval.there()) {
            add(what, retrieval.reason(), "retrieval");
        }
        retrieval.ways().stream()
                .filter(way -> !way.there() && !maps.contains(way.form()))
                .forEach(
                        way ->
                                add(
                                        what,
                                        way.reason(),
                                        (way.asked().word() + " " + way.form()).strip()));
        comparison.unready().forEach((name, reason) -> add(what, reason, name));
        if (!what.isEmpty()) {
            List<List<String>> table = new ArrayList<>();
            what.forEach((reason, names) -> table.add(List.of(String.join(", ", names), reason)));
            page.wrapped(List.of("DOES NOT APPLY", "BECAUSE"), table);
            page.line("");
        }
    }

    private static String name(MetricReport report, MetricValue reading, boolean none) {
        return none ? report.metric() : reading.view() + " " + report.metric();
    }

    private static void add(Map<String, Set<String>> what, String reason, String name) {
        what.computeIfAbsent(reason, any -> new LinkedHashSet<>()).add(name);
    }
}
