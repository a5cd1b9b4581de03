package relrep.report.summary;

import relrep.api.experiment.Row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Makes the table of one kind of chain: one line per setting, one column per metric. */
final class Results {
    private static final String REFERENCE = "own";

    private final String kind;
    private final List<Group> groups;
    private final List<String> metrics;
    private final Layout layout;
    private final Published published;

    Results(String kind, List<Row> rows, Published published) {
        this.kind = kind;
        this.groups = ErrorFloor.worthShowing(Group.of(rows));
        this.metrics = rows.stream().map(Row::metric).distinct().toList();
        this.layout = new Layout(groups);
        this.published = published;
    }

    /** Returns the section: heading, common factors, table and notes. */
    Section section() {
        return new Section(
                kind.isEmpty() ? "Results" : kind,
                Layout.words(layout.constants()),
                Optional.of(table()),
                notes());
    }

    private Table table() {
        Table table = new Table();
        layout.columns().forEach(column -> table.words(column.replace('_', ' ')));
        table.numbers("n");
        for (String metric : metrics) {
            table.numbers(metric);
            if (ratios(metric)) {
                table.numbers("÷ " + REFERENCE);
            }
            if (floored(metric)) {
                table.numbers("above floor");
            }
            if (printed(metric)) {
                table.numbers("published");
            }
            if (printedRatios(metric)) {
                table.numbers("÷ " + REFERENCE + ", published");
            }
            if (printedRatios(metric) && floored(metric)) {
                table.numbers("above floor, published");
            }
        }
        groups.forEach(group -> table.row(cells(group)));
        return table;
    }

    private List<String> cells(Group group) {
        List<String> cells = new ArrayList<>();
        layout.columns().forEach(column -> cells.add(Layout.entry(group, column)));
        cells.add(counts(group));
        for (String metric : metrics) {
            cells.add(group.has(metric) ? group.moments(metric).text() : "");
            if (ratios(metric)) {
                cells.add(ratio(group, metric));
            }
            if (floored(metric)) {
                cells.add(aboveFloor(group, metric));
            }
            if (printed(metric)) {
                cells.add(published.text(group, metric).orElse(""));
            }
            if (printedRatios(metric)) {
                OptionalDouble ratio = published.ratio(group, metric, REFERENCE);
                cells.add(ratio.isPresent() ? Digits.ratio(ratio.getAsDouble()) : "");
            }
            if (printedRatios(metric) && floored(metric)) {
                cells.add(publishedAboveFloor(group, metric));
            }
        }
        return cells;
    }

    private String counts(Group group) {
        String counts =
                metrics.stream()
                        .map(metric -> group.moments(metric).n())
                        .filter(n -> n > 0)
                        .distinct()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "0" : counts;
    }

    private boolean ratios(String metric) {
        return groups.stream()
                .anyMatch(group -> group.name().equals(REFERENCE) && group.has(metric));
    }

    private boolean printed(String metric) {
        return groups.stream().anyMatch(group -> published.text(group, metric).isPresent());
    }

    private boolean printedRatios(String metric) {
        return ratios(metric)
                && groups.stream()
                        .filter(group -> !group.name().equals(REFERENCE))
                        .anyMatch(group -> published.ratio(group, metric, REFERENCE).isPresent());
    }

    private String ratio(Group group, String metric) {
        double own = reference(group).map(r -> r.moments(metric).mean()).orElse(Double.NaN);
        double value = group.has(metric) ? group.moments(metric).mean() : Double.NaN;
        return own > 0 && Double.isFinite(value) ? Digits.ratio(value / own) : "";
    }

    private boolean floored(String metric) {
        return ratios(metric) && ErrorFloor.of(groups, metric);
    }

    private String aboveFloor(Group group, String metric) {
        double value = group.has(metric) ? group.moments(metric).mean() : Double.NaN;
        OptionalDouble ratio = ErrorFloor.ratio(groups, reference(group), metric, value);
        return ratio.isPresent() ? Digits.ratio(ratio.getAsDouble()) : "";
    }

    private String publishedAboveFloor(Group group, String metric) {
        OptionalDouble ratio =
                reference(group)
                        .map(own -> ErrorFloor.under(groups, own, metric))
                        .filter(Double::isFinite)
                        .map(floor -> published.ratio(group, metric, REFERENCE, floor))
                        .orElse(OptionalDouble.empty());
        return ratio.isPresent() ? Digits.ratio(ratio.getAsDouble()) : "";
    }

    /**
     * Returns the line of the network whose decoder is used, with its own decoder; between data
     * sets, that of the network whose samples are measured.
     */
    private Optional<Group> reference(Group group) {
        List<Group> candidates =
                groups.stream()
                        .filter(own -> own.name().equals(REFERENCE))
                        .filter(own -> agree(own, group, "dataset"))
                        .filter(own -> agree(own, group, "objective"))
                        .filter(own -> agree(own, group, "target"))
                        .filter(own -> agree(own, group, "target_width"))
                        .toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    /**
     * Returns whether two lines agree in a column; a control row without network agrees with all.
     */
    private static boolean agree(Group own, Group group, String column) {
        boolean control = group.rows().stream().allMatch(Factors::constant);
        boolean across = group.rows().stream().allMatch(Factors::acrossData);
        String end = across ? column.replaceFirst("^target$", "source") : column;
        String same = across ? end.replaceFirst("^target_width$", "width") : end;
        String entry = control && column.equals("target") ? "" : group.factor(same);
        return entry.isEmpty() || own.factor(column).equals(entry);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        groups.stream()
                .flatMap(group -> group.rows().stream())
                .filter(row -> Double.isNaN(row.value()))
                .filter(row -> !Factors.of(row, "note").isEmpty())
                .map(row -> "%s: %s.".formatted(Digits.NONE, Factors.of(row, "note")))
                .distinct()
                .forEach(notes::add);
        if (metrics.stream().anyMatch(this::floored)) {
            notes.add(ErrorFloor.NOTE);
        }
        for (String metric : metrics) {
            groups.stream()
                    .flatMap(group -> published.erratum(group, metric).stream())
                    .distinct()
                    .forEach(notes::add);
            Floor.note(groups, layout, metric).ifPresent(notes::add);
        }
        return notes;
    }
}
