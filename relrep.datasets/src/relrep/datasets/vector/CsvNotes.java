package relrep.datasets.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is said of how a table of text is read, where its writer did not say it. */
final class CsvNotes {
    private static final int SHOWN = 4;

    private final CsvLayout layout;
    private final Csv.Options options;
    private final List<String> taken = new ArrayList<>();
    private final List<String> overruling = new ArrayList<>();

    private CsvNotes(CsvLayout layout, Csv.Options options) {
        this.layout = layout;
        this.options = options;
    }

    /** Returns the sentence, or the empty text where nothing was found out. */
    static String of(String name, CsvLayout layout, Csv.Options options) {
        CsvNotes notes = new CsvNotes(layout, options);
        notes.start();
        notes.columns();
        notes.dialect();
        if (notes.taken.isEmpty()) {
            return "";
        }
        return "%s: taken for %s; --format csv:%s reads it otherwise"
                .formatted(
                        name, String.join(", ", notes.taken), String.join(",", notes.overruling));
    }

    private void start() {
        CsvStart start = layout.start();
        int remarks = start.skipped() - (start.named() ? 1 : 0);
        if (start.named() && options.header() == Csv.Header.AUTO) {
            taken.add("names of columns: line " + start.skipped());
            overruling.add("header=no");
        }
        if (remarks > 0) {
            taken.add("remarks: %d %s with #".formatted(remarks, remarks == 1 ? "line" : "lines"));
            if (!overruling.contains("header=no")) {
                overruling.add("header=no");
            }
        }
    }

    private void columns() {
        CsvRoles roles = layout.roles();
        if (roles.key() >= 0 && options.key().equals(CsvRoles.AUTO)) {
            taken.add((roles.index() ? "an index: " : "keys: ") + column(roles.key()));
            overruling.add("key=none");
        }
        if (roles.label() >= 0 && options.label().equals(CsvRoles.AUTO)) {
            taken.add("labels: " + column(roles.label()));
            overruling.add("label=none");
        }
        if (roles.list() >= 0) {
            taken.add("vectors: " + column(roles.list()));
            overruling.add("ignore=" + roles.list());
        }
        Set<Integer> idle = roles.ignored();
        if (idle.size() > options.ignore().size()) {
            taken.add(
                    "no coordinates: "
                            + idle.stream()
                                    .limit(SHOWN)
                                    .map(this::column)
                                    .collect(Collectors.joining(" and "))
                            + (idle.size() > SHOWN ? " and more" : ""));
            if (!overruling.contains("key=none")) {
                overruling.add("key=none");
            }
        }
    }

    private void dialect() {
        if (layout.decimalComma() && options.decimal() == Csv.Decimals.AUTO) {
            taken.add("decimals: what follows a comma");
            overruling.add("decimal=point");
        }
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
