package relrep.report.figure;

import relrep.api.experiment.Row;
import relrep.api.report.Figure;
import relrep.report.drawing.Drawing;
import relrep.report.drawing.Ink;
import relrep.report.drawing.Letters;
import relrep.report.drawing.Mark.Align;
import relrep.report.summary.Factors;
import relrep.report.summary.Moments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Draws means as bars with standard deviations as whiskers: one bar per bridge, one panel per
 * metric, one figure per setting.
 */
final class Bars {
    private static final double ROW = 21;
    private static final double WIDTH = 250;
    private static final double GAP = 40;
    private static final int SETTINGS = 6;
    private static final int PANELS = 8;

    private Bars() {}

    static List<Sketch> of(Figure figure, List<Row> rows) {
        Series series = Series.of(rows, figure);
        List<Map<String, String>> settings =
                series.rows().stream()
                        .filter(row -> !Factors.constant(row) && !Factors.own(row))
                        .filter(row -> !Factors.of(row, "bridge").isEmpty())
                        .map(Bars::setting)
                        .distinct()
                        .toList();
        // a setting that says less than another is part of it
        List<Map<String, String>> whole =
                settings.stream()
                        .filter(
                                one ->
                                        settings.stream()
                                                .noneMatch(
                                                        other ->
                                                                other.size() > one.size()
                                                                        && other.entrySet()
                                                                                .containsAll(
                                                                                        one
                                                                                                .entrySet())))
                        .limit(SETTINGS)
                        .toList();
        return whole.stream().map(setting -> sketch(setting, series)).toList();
    }

    private static Map<String, String> setting(Row row) {
        Map<String, String> setting = new LinkedHashMap<>();
        for (String column : List.of("dataset", "width", "target_width", "anchors")) {
            if (!Factors.of(row, column).isEmpty()) {
                setting.put(column, Factors.of(row, column));
            }
        }
        setting.remove("target_width", setting.get("width"));
        return setting;
    }

    /** Returns whether a row belongs to a setting: no factor contradicts it. */
    private static boolean belongs(Row row, Map<String, String> setting) {
        return setting(row).entrySet().stream()
                .allMatch(
                        held ->
                                !setting.containsKey(held.getKey())
                                        || setting.get(held.getKey()).equals(held.getValue()));
    }

    private static Sketch sketch(Map<String, String> setting, Series series) {
        Map<String, List<Row>> metrics =
                series.rows().stream()
                        .filter(row -> belongs(row, setting))
                        .filter(row -> !Factors.of(row, "bridge").isEmpty())
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.metric(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<String> panels = metrics.keySet().stream().limit(PANELS).toList();
        double left = 20 + labels(metrics, series);
        int columns = Math.min(2, panels.size());
        List<Double> heights = new ArrayList<>();
        for (int i = 0; i < panels.size(); i += columns) {
            int most = 0;
            for (int k = i; k < Math.min(panels.size(), i + columns); k++) {
                most = Math.max(most, names(metrics.get(panels.get(k)), series).size());
            }
            heights.add(most * ROW);
        }
        double height = heights.stream().mapToDouble(h -> h + 62).sum();
        Drawing drawing = new Drawing(columns * (left + WIDTH + GAP), Heading.HEIGHT + height + 4);
        Heading.draw(drawing, "Metrics by bridge", Heading.words(setting) + "; means ± std");
        FigureNumbers table = new FigureNumbers("metric", "bridge", "n", "mean", "std");
        double top = Heading.HEIGHT + 20;
        for (int i = 0; i < panels.size(); i++) {
            double at = i % columns * (left + WIDTH + GAP) + left;
            panel(drawing, at, top, panels.get(i), metrics.get(panels.get(i)), series, table);
            if (i % columns == columns - 1) {
                top += heights.get(i / columns) + 62;
            }
        }
        Map<String, byte[]> data = new LinkedHashMap<>();
        data.put(".csv", table.csv());
        return new Sketch(
                Heading.file("metrics-by-bridge", setting),
                "Metrics by bridge: " + Heading.words(setting),
                drawing,
                data);
    }

    private static double labels(Map<String, List<Row>> metrics, Series series) {
        return metrics.values().stream()
                .flatMap(rows -> names(rows, series).stream())
                .mapToDouble(name -> Letters.width(name, Frame.LABEL))
                .max()
                .orElse(0);
    }

    private static List<String> names(List<Row> rows, Series series) {
        return rows.stream().map(series::whole).distinct().toList();
    }

    private static void panel(
            Drawing drawing,
            double left,
            double top,
            String metric,
            List<Row> rows,
            Series series,
            FigureNumbers table) {
        Map<String, Moments> moments = Series.moments(rows, series::whole);
        double least = 0;
        double most = 0;
        for (Moments one : moments.values()) {
            double spread = Double.isFinite(one.std()) ? one.std() : 0;
            least = Math.min(least, one.mean() - (one.mean() < 0 ? spread : 0));
            most = Math.max(most, one.mean() + spread);
        }
        double height = moments.size() * ROW;
        Frame frame =
                new Frame(
                        drawing,
                        left,
                        top,
                        WIDTH,
                        height,
                        Scale.around(least, most),
                        new Scale(0, 1, false));
        frame.xAxis("");
        frame.title(metric);
        double y = top + 2;
        for (Map.Entry<String, Moments> one : moments.entrySet()) {
            String name = one.getKey();
            Moments value = one.getValue();
            double zero = frame.x(0);
            double end = frame.x(value.mean());
            drawing.box(Math.min(zero, end), y + 1, Math.abs(end - zero), ROW - 6, ink(name));
            double middle = y + ROW / 2 - 2;
            if (value.std() > 0) {
                double low = Math.max(frame.left(), frame.x(value.mean() - value.std()));
                double high = frame.x(value.mean() + value.std());
                drawing.line(low, middle, high, middle, Ink.BLACK, 1.1);
                drawing.line(low, middle - 3, low, middle + 3, Ink.BLACK, 1.1);
                drawing.line(high, middle - 3, high, middle + 3, Ink.BLACK, 1.1);
            }
            drawing.text(left - 6, middle + 4, name, Frame.LABEL, Align.END);
            table.line(metric, name, value.n(), value.mean(), value.std());
            y += ROW;
        }
        drawing.line(frame.x(0), top, frame.x(0), frame.bottom(), Ink.BLACK, 0.8);
    }

    /** Returns the colour of a bridge, the same in every figure. */
    private static Ink ink(String name) {
        if (Series.control(name)) {
            return Ink.MIDDLE;
        }
        if (name.startsWith("own")) {
            return new Ink(0xBBBBBB);
        }
        if (name.startsWith("absolute")) {
            return new Ink(0xE69F00);
        }
        return name.startsWith("relative") ? new Ink(0x3B8FC7) : new Ink(0x3DB38F);
    }
}
