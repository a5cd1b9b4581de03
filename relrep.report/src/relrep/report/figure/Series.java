package relrep.report.figure;

import relrep.api.experiment.Row;
import relrep.api.report.Figure;
import relrep.report.drawing.Ink;
import relrep.report.summary.Factors;
import relrep.report.summary.Moments;
import relrep.report.summary.SelectorSweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of a figure, grouped by metric, by bridge, and by the quantity on the horizontal axis.
 */
final class Series {
    private static final Set<String> CONTROLS =
            Set.of("mean-image", "majority-class", "chance", "pca", "original", "floor");

    private final List<Row> rows;
    private final SelectorSweep selectors;

    private Series(List<Row> rows) {
        this.rows = rows;
        this.selectors = SelectorSweep.of(rows);
    }

    /** Returns the rows that a figure shows, without those that have no value. */
    static Series of(List<Row> rows, Figure figure) {
        List<String> metrics = figure.list("metric");
        List<String> bridges = figure.list("bridges");
        List<Long> widths = figure.numbers("width");
        return new Series(
                rows.stream()
                        .filter(row -> !Double.isNaN(row.value()))
                        .filter(row -> metrics.isEmpty() || asked(metrics, row.metric()))
                        .filter(row -> bridges.isEmpty() || asked(bridges, Factors.name(row)))
                        .filter(row -> widths.isEmpty() || wide(row, widths))
                        .toList());
    }

    /** Returns whether a name is wanted; a plugin's name stands for it with any options. */
    static boolean asked(List<String> wanted, String name) {
        String plain = plain(name);
        return wanted.contains(plain) || wanted.contains(plain.replaceFirst("\\(.*", ""));
    }

    private static boolean wide(Row row, List<Long> widths) {
        String width = Factors.of(row, "width");
        return width.isEmpty() || widths.stream().map(String::valueOf).anyMatch(width::equals);
    }

    private static String plain(String text) {
        return text.replace(" ", "");
    }

    List<Row> rows() {
        return rows;
    }

    /** Returns whether a series is a control. */
    static boolean control(String name) {
        return CONTROLS.contains(name.replaceAll("[,(].*", ""));
    }

    /**
     * Returns the name of a row's series: its bridge, with the similarity and the anchor selector
     * if there are several.
     */
    String name(Row row) {
        String similarity = Factors.of(row, "similarity");
        boolean several =
                rows.stream()
                                .map(one -> Factors.of(one, "similarity"))
                                .filter(other -> !other.isEmpty())
                                .distinct()
                                .count()
                        > 1;
        String selector = selectors.selector(row);
        return Factors.name(row)
                + (several && !similarity.isEmpty() ? ", " + similarity : "")
                + (selector.isEmpty() ? "" : ", " + selector);
    }

    /** Returns the name with the networks, if there are several. */
    String whole(Row row) {
        String ends = Factors.constant(row) ? "" : ends(row);
        return name(row) + (ends.isEmpty() ? "" : ", " + ends);
    }

    /** Returns {@code a → b}; empty if all networks have one name. */
    String ends(Row row) {
        boolean one =
                rows.stream()
                                .map(other -> Factors.of(other, "source"))
                                .filter(source -> !source.isEmpty())
                                .distinct()
                                .count()
                        <= 1;
        String source = Factors.of(row, "source");
        String target = Factors.of(row, "target");
        if (one || target.isEmpty()) {
            return "";
        }
        return source.equals(target) ? source : source + " → " + target;
    }

    /** Returns the mean and spread of each group, in the order of the rows. */
    static <K> Map<K, Moments> moments(List<Row> rows, java.util.function.Function<Row, K> key) {
        Map<K, List<Double>> values = new LinkedHashMap<>();
        for (Row row : rows) {
            values.computeIfAbsent(key.apply(row), k -> new ArrayList<>()).add(row.value());
        }
        Map<K, Moments> moments = new LinkedHashMap<>();
        values.forEach((k, all) -> moments.put(k, Moments.of(all)));
        return moments;
    }

    /** Returns a colour for each series; controls are grey. */
    static Map<String, Ink> inks(List<String> names) {
        Map<String, Ink> inks = new LinkedHashMap<>();
        int next = 0;
        int grey = 0;
        for (String name : names) {
            if (control(name)) {
                inks.put(name, grey++ % 2 == 0 ? Ink.MIDDLE : new Ink(0x555555));
            } else {
                inks.put(name, Ink.DISTINCT.get(next++ % (Ink.DISTINCT.size() - 1)));
            }
        }
        return inks;
    }
}
