package relrep.report.summary;

import org.osgi.service.component.annotations.Component;

import relrep.api.experiment.Row;
import relrep.api.plugin.Plugin;
import relrep.api.report.Report;
import relrep.api.report.Reporter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes {@code summary.md}: our results as mean ± standard deviation with <i>n</i>, the published
 * numbers beside them, ratios to each network's own decoder, and a verdict per claim. Its tables
 * are also aligned on a terminal, so the command line prints the same text.
 */
@Component
@Plugin(
        name = "summary",
        description = "writes summary.md: the table of a run, published numbers, verdicts")
public final class Summary implements Reporter {
    /** The name of the file. */
    static final String FILE = "summary.md";

    @Override
    public void write(Report report, Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), text(report));
    }

    static String text(Report report) {
        StringBuilder text = new StringBuilder("# " + Markdown.line(report.experiment()) + "\n\n");
        if (!report.source().isEmpty()) {
            text.append("Source: ").append(Markdown.line(report.source())).append("\n\n");
        }
        text.append(Markdown.lines(lead(report))).append("\n\n");
        sections(report).forEach(section -> text.append(section.text()));
        return text.append(AGAIN).toString();
    }

    /** Returns an explanation of the numbers. */
    public static String lead(Report report) {
        return report.rows().isEmpty()
                ? "Nothing was measured."
                : REPETITIONS.formatted(seeds(report));
    }

    /**
     * Returns the parts of the summary: one table per kind of chain, claims, correlations, errata,
     * choices, failures.
     */
    public static List<Section> sections(Report report) {
        List<Section> sections = new ArrayList<>();
        Published published = Published.of(report);
        Map<String, List<Row>> kinds =
                report.rows().stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> Factors.of(row, "kind"),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        kinds.forEach((kind, rows) -> sections.add(new Results(kind, rows, published).section()));
        Claims.section(report).ifPresent(sections::add);
        Correlations.section(report).ifPresent(sections::add);
        sentences(report, "errata", "Errata of the source").ifPresent(sections::add);
        sentences(report, "choices", "What the source leaves open").ifPresent(sections::add);
        failures(report.failures()).ifPresent(sections::add);
        return sections;
    }

    private static Optional<Section> sentences(Report report, String key, String title) {
        Object found = report.definition().get(key);
        List<?> list =
                found instanceof List<?> several
                        ? several
                        : found == null ? List.of() : List.of(found);
        if (list.isEmpty()) {
            return Optional.empty();
        }
        String items = list.stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
        return Optional.of(new Section(title, "", Optional.empty(), List.of(items)));
    }

    private static final String REPETITIONS =
            "Mean ± standard deviation (n − 1) over n repetitions%s.\n"
                    + "An entry `a → b` is the encoder of a with the decoder, or the space, of b;\n"
                    + "n counts both directions of a pair, which share their networks: a symmetric"
                    + " metric has one number for the two.";

    private static final String AGAIN =
            "## Again\n\n`relrep run experiment.yaml --fresh`, with the file of this folder,"
                    + " computes all of it again.\n";

    private static String seeds(Report report) {
        Object seeds = report.definition().get("seeds");
        return seeds instanceof List<?> list && !list.isEmpty()
                ? ", seeds " + list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : "";
    }

    private static Optional<Section> failures(List<Map<String, String>> failures) {
        if (failures.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Integer> reasons = new TreeMap<>();
        failures.forEach(
                failure ->
                        reasons.merge(failure.getOrDefault("reason", "unknown"), 1, Integer::sum));
        Table table = new Table().numbers("cells").words("reason");
        reasons.forEach((reason, cells) -> table.row(String.valueOf(cells), reason));
        String cells = failures.size() == 1 ? "1 cell" : failures.size() + " cells";
        return Optional.of(
                new Section(
                        "Failures",
                        cells + " failed; failures.csv has each.",
                        Optional.of(table),
                        List.of()));
    }
}
