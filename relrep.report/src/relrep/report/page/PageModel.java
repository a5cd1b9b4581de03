package relrep.report.page;

import relrep.api.report.Report;
import relrep.report.drawing.Svg;
import relrep.report.figure.Sketch;
import relrep.report.figure.Sketches;
import relrep.report.summary.Section;
import relrep.report.summary.Summary;
import relrep.report.summary.Table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The content of the page for the template, as maps, lists and texts. */
final class PageModel {
    private static final int LONG = 44;
    private static final int SHORT_HASH = 12;
    private static final List<String> VERDICTS =
            List.of("holds", "fails", "within noise", "not measured");

    private PageModel() {}

    static Map<String, Object> of(Report report, String experiment) {
        Map<String, Object> model = new LinkedHashMap<>();
        List<Section> sections = Summary.sections(report);
        model.put("name", report.experiment());
        model.put("source", report.source());
        model.put(
                "description", String.valueOf(report.definition().getOrDefault("description", "")));
        model.put("lead", Summary.lead(report));
        model.put("verdicts", verdicts(sections));
        model.put("sections", sections.stream().map(PageModel::section).toList());
        model.put("figures", Sketches.of(report).stream().map(PageModel::figure).toList());
        model.put("experiment", experiment);
        model.put("provenance", provenance(report.provenance()));
        return model;
    }

    /** Returns {@code 5 holds}, {@code 1 fails}. */
    private static List<String> verdicts(List<Section> sections) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Section section : sections) {
            section.table().stream()
                    .filter(table -> table.head().contains("verdict"))
                    .flatMap(table -> table.rows().stream())
                    .map(row -> plain(row.get(row.size() - 1)))
                    .forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
        }
        return VERDICTS.stream()
                .filter(counts::containsKey)
                .map(verdict -> verdict + ": " + counts.get(verdict))
                .toList();
    }

    private static String plain(String text) {
        return text.replace("**", "");
    }

    private static Map<String, Object> section(Section section) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", section.title());
        model.put("lead", section.lead());
        section.table().ifPresent(table -> model.put("table", table(table)));
        List<String> notes = new ArrayList<>();
        List<String> items = new ArrayList<>();
        for (String note : section.notes()) {
            if (note.startsWith("- ")) {
                note.lines().map(line -> line.substring(2)).forEach(items::add);
            } else {
                notes.add(note);
            }
        }
        model.put("notes", notes);
        model.put("items", items);
        return model;
    }

    private static Map<String, Object> table(Table table) {
        List<List<Map<String, String>>> rows = new ArrayList<>();
        for (List<String> row : table.rows()) {
            List<Map<String, String>> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                String text = plain(row.get(i));
                cells.add(Map.of("text", text, "kind", kind(text, table.numeric().get(i))));
            }
            rows.add(cells);
        }
        return Map.of("head", table.head(), "numeric", table.numeric(), "rows", rows);
    }

    private static String kind(String text, boolean number) {
        if (number) {
            return "number";
        }
        return VERDICTS.contains(text)
                ? text.replace(' ', '-')
                : text.length() > LONG ? "long" : "words";
    }

    private static Map<String, Object> figure(Sketch sketch) {
        return Map.of(
                "name",
                sketch.name(),
                "title",
                sketch.title(),
                "svg",
                Svg.of(sketch.drawing(), sketch.title()));
    }

    /** Returns the provenance, without facts that are unknown until the page is written. */
    private static List<Map<String, String>> provenance(Map<String, Object> facts) {
        List<Map<String, String>> all = new ArrayList<>();
        facts.forEach(
                (name, value) -> {
                    if (!name.equals("state") && !name.equals("experiment")) {
                        all.add(Map.of("name", name, "text", words(name, value)));
                    }
                });
        return all;
    }

    private static String words(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + words("", entry.getValue()))
                    .collect(Collectors.joining("; "));
        }
        if (value instanceof List<?> list) {
            String between = name.equals("command") ? " " : name.isEmpty() ? "; " : ", ";
            return list.stream().map(PageModel::element).collect(Collectors.joining(between));
        }
        return String.valueOf(value);
    }

    /**
     * Returns an element as text; a bundle as its name, its version and the beginning of its
     * checksum.
     */
    private static String element(Object value) {
        if (value instanceof Map<?, ?> bundle && bundle.get("sha256") instanceof String sha) {
            return bundle.get("name")
                    + " "
                    + bundle.get("version")
                    + " ("
                    + sha.substring(0, Math.min(SHORT_HASH, sha.length()))
                    + ")";
        }
        return words("", value);
    }
}
