package relrep.formats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the notes on how a table of text is read, where this was detected. */
final class CsvNotes {
    private static final int SHOWN = 4;

    private final CsvLayout layout;
    private final Csv.Options options;
    private final List<String> taken = new ArrayList<>();

    private CsvNotes(CsvLayout layout, Csv.Options options) {
        this.layout = layout;
        this.options = options;
    }

    /** Returns one sentence for each detected or undecided fact. */
    static List<String> of(String name, CsvLayout layout, Csv.Options options) {
        CsvNotes notes = new CsvNotes(layout, options);
        notes.start();
        notes.columns();
        List<String> all = new ArrayList<>();
        if (!notes.taken.isEmpty()) {
            String advice = CsvAdvice.of(layout, options);
            all.add(
                    "%s: taken for %s%s"
                            .formatted(
                                    name,
                                    String.join(", ", notes.taken),
                                    advice.isEmpty()
                                            ? ""
                                            : "; format=csv:" + advice + " reads it otherwise"));
        }
        if (layout.start().doubtful()) {
            all.add(
                    "%s: line %d may be names of columns, and is read as a row; format=csv:header=yes reads it otherwise"
                            .formatted(name, layout.start().skipped() + 1));
        }
        if (!layout.roles().doubtful().isEmpty()) {
            all.add(name + ": " + notes.doubt(layout.roles().doubtful()));
        }
        return all;
    }

    private void start() {
        CsvStart start = layout.start();
        int remarks = start.skipped() - (start.named() ? 1 : 0) - (start.separated() ? 1 : 0);
        if (start.named() && options.header() == Csv.Header.AUTO) {
            taken.add("names of columns: line " + start.skipped());
        }
        if (start.separated()) {
            taken.add("the separator: line 1");
        }
        if (remarks > 0) {
            taken.add("remarks: %d %s with #".formatted(remarks, remarks == 1 ? "line" : "lines"));
        }
    }

    private void columns() {
        CsvRoles roles = layout.roles();
        if (roles.key() >= 0 && options.key().equals(CsvRoles.AUTO)) {
            taken.add((roles.index() ? "an index: " : "keys: ") + column(roles.key()));
        }
        if (roles.label() >= 0 && options.label().equals(CsvRoles.AUTO)) {
            taken.add("labels: " + column(roles.label()));
        }
        if (roles.list() >= 0) {
            taken.add("vectors: " + column(roles.list()));
        }
        if (!roles.idle().isEmpty()) {
            taken.add("no coordinates: " + columns(roles.idle()));
        }
        if (layout.decimalComma() && options.decimal() == Csv.Decimals.AUTO) {
            taken.add("decimals: what follows a comma");
        }
    }

    private String doubt(Set<Integer> columns) {
        boolean one = columns.size() == 1;
        return "%s may be %s, and %s; format=csv:ignore=%s leaves %s out"
                .formatted(
                        columns(columns),
                        one ? "an index or labels" : "indices or labels",
                        one ? "is read as a coordinate" : "are read as coordinates",
                        CsvAdvice.numbers(columns, options),
                        one ? "it" : "them");
    }

    private String columns(Collection<Integer> columns) {
        return new TreeSet<>(columns)
                        .stream()
                                .limit(SHOWN)
                                .map(this::column)
                                .collect(Collectors.joining(" and "))
                + (columns.size() > SHOWN ? " and more" : "");
    }

    private String column(int number) {
        List<String> names = layout.start().names();
        return "column %d%s"
                .formatted(
                        number,
                        names.isEmpty()
                                ? ""
                                : names.get(number).isBlank()
                                        ? " (unnamed)"
                                        : " (" + CsvRecords.shown(names.get(number)) + ")");
    }
}
