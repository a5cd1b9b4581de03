package relrep.report.figure;

import relrep.api.experiment.Row;
import relrep.api.report.Figure;
import relrep.report.drawing.Drawing;
import relrep.report.drawing.Ink;
import relrep.report.drawing.Letters;
import relrep.report.drawing.Mark;
import relrep.report.drawing.Mark.Align;
import relrep.report.drawing.Mark.Point;
import relrep.report.summary.Factors;
import relrep.report.summary.Moments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Draws a metric by the width of latents or the number of anchors: means as points, standard
 * deviations as bars, one line per bridge, one panel per dataset and metric. Widths are equally
 * spaced.
 */
final class Curves {
    private static final double STEP = 74;
    private static final double HEIGHT = 240;
    private static final double GAP = 66;
    private static final double LEFT = 70;
    private static final int MOST = 6;

    private final Figure figure;
    private final Series series;
    private final boolean byWidth;

    private Curves(Figure figure, List<Row> rows) {
        this.figure = figure;
        this.byWidth = figure.kind() == Figure.Kind.ERROR_BY_WIDTH;
        List<Row> all = Series.of(rows, figure).rows();
        this.series = Series.of(chosen(all), figure);
    }

    /** Returns the rows to show; if no metric is chosen, those of the last kind of chain. */
    private List<Row> chosen(List<Row> all) {
        if (figure.option("metric").isPresent() || all.isEmpty()) {
            return all;
        }
        Set<String> kinds =
                all.stream()
                        .map(row -> Factors.of(row, "kind"))
                        .collect(Collectors.toCollection(TreeSet::new));
        String kind = List.copyOf(kinds).get(kinds.size() - 1);
        return all.stream().filter(row -> Factors.of(row, "kind").equals(kind)).toList();
    }

    static Optional<Sketch> of(Figure figure, List<Row> rows) {
        Curves curves = new Curves(figure, rows);
        List<AxisPosition> places = AxisPosition.all(curves.series.rows(), curves.byWidth);
        return places.size() < 2 ? Optional.empty() : Optional.of(curves.sketch(places));
    }

    /** Returns dataset, metric and networks of each panel. */
    private List<List<String>> keys() {
        List<Row> joined =
                series.rows().stream()
                        .filter(row -> !Factors.constant(row) && !Factors.own(row))
                        .toList();
        return (joined.isEmpty() ? series.rows() : joined)
                .stream()
                        .map(
                                row ->
                                        List.of(
                                                Factors.of(row, "dataset"),
                                                row.metric(),
                                                series.ends(row)))
                        .distinct()
                        .limit(MOST)
                        .toList();
    }

    /**
     * Returns whether a row belongs to a panel. Controls belong to every panel; a network with its
     * own decoder belongs where its decoder is used.
     */
    private boolean belongs(Row row, List<String> key) {
        String ends = key.get(2);
        boolean here =
                Factors.constant(row)
                        || series.ends(row).equals(ends)
                        || (Factors.own(row) && ends.endsWith("→ " + Factors.of(row, "target")));
        return here
                && Factors.of(row, "dataset").equals(key.get(0))
                && row.metric().equals(key.get(1));
    }

    private Sketch sketch(List<AxisPosition> places) {
        Map<List<String>, List<Row>> panels = new LinkedHashMap<>();
        for (List<String> key : keys()) {
            panels.put(key, series.rows().stream().filter(row -> belongs(row, key)).toList());
        }
        List<List<String>> keys = List.copyOf(panels.keySet());
        List<String> names = series.rows().stream().map(series::name).distinct().toList();
        Map<String, Ink> inks = Series.inks(names);
        double width = Math.max(200, STEP * places.size());
        double legend =
                40 + names.stream().mapToDouble(n -> Letters.width(n, Frame.LABEL)).max().orElse(0);
        int columns = Math.min(keys.size(), width > 400 ? 1 : 2);
        int lines = (keys.size() + columns - 1) / columns;
        Drawing drawing =
                new Drawing(
                        LEFT + columns * (width + GAP) + 16 + legend,
                        Math.max(
                                Heading.HEIGHT + lines * (HEIGHT + 72) + 4,
                                Heading.HEIGHT + 40 + 18 * names.size()));
        String what = byWidth ? "width" : "number of anchors";
        Heading.draw(
                drawing,
                "By " + what,
                "means ± standard deviations over the repetitions; controls in grey");
        Map<String, Scale> scales = scales(keys, panels, places);
        FigureNumbers table =
                new FigureNumbers(
                        "dataset",
                        "metric",
                        "networks",
                        "series",
                        "width",
                        "anchors",
                        "n",
                        "mean",
                        "std");
        for (int i = 0; i < keys.size(); i++) {
            List<String> key = keys.get(i);
            Frame frame =
                    new Frame(
                            drawing,
                            LEFT + i % columns * (width + GAP),
                            Heading.HEIGHT + Math.floorDiv(i, columns) * (HEIGHT + 72) + 22,
                            width,
                            HEIGHT,
                            new Scale(-0.5, places.size() - 0.5, false),
                            scales.get(key.get(1)));
            frame.yAxis(key.get(1), true);
            frame.title(key.get(0) + (key.get(2).isEmpty() ? "" : ", " + key.get(2)));
            below(frame, places);
            Curve curve = new Curve(frame, places, byWidth);
            int at = 0;
            for (String name : names) {
                List<Row> line =
                        panels.get(key).stream()
                                .filter(row -> series.name(row).equals(name))
                                .toList();
                double shift = (at++ - (names.size() - 1) / 2.0) * Math.min(3, 30.0 / names.size());
                curve.draw(name, line, inks.get(name), Series.control(name) ? 0 : shift);
                table(table, key, name, places, line);
            }
            curve.nameControls();
        }
        double y = Heading.HEIGHT + 34;
        double beside = LEFT + columns * (width + GAP) - 20;
        for (String name : names) {
            boolean control = Series.control(name);
            Ink ink = inks.get(name);
            if (control) {
                drawing.dashes(beside, y, beside + 20, y, ink, 1.6);
            } else {
                drawing.line(beside, y, beside + 20, y, ink, 1.6);
                drawing.add(new Mark.Dots(List.of(new Point(beside + 10, y)), 3, 0, ink, 1));
            }
            drawing.text(beside + 26, y + 4, name, Frame.LABEL, Align.START);
            y += 18;
        }
        Map<String, byte[]> data = new LinkedHashMap<>();
        data.put(".csv", table.csv());
        return new Sketch(figure.kind().word(), "By " + what, drawing, data);
    }

    /** Returns the scales; panels of one metric share one. */
    private Map<String, Scale> scales(
            List<List<String>> keys,
            Map<List<String>, List<Row>> panels,
            List<AxisPosition> places) {
        Map<String, double[]> ends = new LinkedHashMap<>();
        for (List<String> key : keys) {
            double[] end =
                    ends.computeIfAbsent(
                            key.get(1),
                            m -> new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY});
            for (AxisPosition place : places) {
                List<Row> here = panels.get(key).stream().filter(place::holds).toList();
                for (Moments moments : Series.moments(here, series::name).values()) {
                    double spread = Double.isFinite(moments.std()) ? moments.std() : 0;
                    double low = moments.mean() - spread;
                    end[0] = Math.min(end[0], low > 0 ? low : Math.min(moments.mean(), low));
                    end[1] = Math.max(end[1], moments.mean() + spread);
                }
            }
        }
        Map<String, Scale> scales = new LinkedHashMap<>();
        ends.forEach((metric, end) -> scales.put(metric, Scale.ofErrors(end[0], end[1])));
        return scales;
    }

    private void below(Frame frame, List<AxisPosition> places) {
        frame.drawing()
                .line(frame.left(), frame.bottom(), frame.right(), frame.bottom(), Ink.BLACK, 0.8);
        boolean both = places.stream().map(AxisPosition::width).distinct().count() < places.size();
        boolean widths = places.stream().map(AxisPosition::width).distinct().count() > 1;
        for (int i = 0; i < places.size(); i++) {
            AxisPosition place = places.get(i);
            double x = frame.x(i);
            int main = byWidth ? place.width() : place.anchors();
            int other = byWidth ? place.anchors() : place.width();
            boolean second = byWidth ? both : widths;
            frame.drawing()
                    .text(x, frame.bottom() + 15, String.valueOf(main), Frame.TICK, Align.MIDDLE);
            if (second && other > 0) {
                frame.drawing()
                        .text(
                                x,
                                frame.bottom() + 28,
                                (byWidth ? "anchors " : "width ") + other,
                                Frame.TICK - 1.5,
                                Align.MIDDLE,
                                Ink.GREY);
            }
        }
        frame.drawing()
                .text(
                        frame.left() + frame.width() / 2,
                        frame.bottom() + 43,
                        byWidth ? "width of the latents" : "number of anchors",
                        Frame.LABEL,
                        Align.MIDDLE);
    }

    private static void table(
            FigureNumbers table,
            List<String> key,
            String name,
            List<AxisPosition> places,
            List<Row> rows) {
        for (AxisPosition place : places) {
            Moments moments =
                    Moments.of(rows.stream().filter(place::holds).map(Row::value).toList());
            if (moments.n() > 0) {
                table.line(
                        key.get(0),
                        key.get(1),
                        key.get(2),
                        name,
                        place.width(),
                        place.anchors() == 0 ? "" : place.anchors(),
                        moments.n(),
                        moments.mean(),
                        moments.std());
            }
        }
    }
}
