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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws metrics of single spaces: one line per dataset, one dot per network with its standard
 * deviation, one panel per metric.
 */
final class ByDataset {
    private static final double ROW = 17;
    private static final double WIDTH = 300;
    private static final double GAP = 30;
    private static final int PANELS = 3;
    private static final Pattern LABELS = Pattern.compile("(?:, )?labels=([^,)]*)");

    private final Series series;
    private final List<Row> rows;
    private final List<String> datasets;
    private final List<String> metrics;
    private final boolean widths;

    private ByDataset(Figure figure, List<Row> all) {
        this.series = Series.of(all, figure);
        this.rows = series.rows().stream().filter(r -> Factors.of(r, "bridge").isEmpty()).toList();
        this.datasets = rows.stream().map(r -> Factors.of(r, "dataset")).distinct().toList();
        this.metrics = rows.stream().map(Row::metric).distinct().limit(PANELS).toList();
        this.widths =
                rows.stream()
                                .map(row -> Factors.of(row, "width"))
                                .filter(width -> !width.isEmpty())
                                .distinct()
                                .count()
                        > 1;
    }

    static Optional<Sketch> of(Figure figure, List<Row> rows) {
        ByDataset dots = new ByDataset(figure, rows);
        return dots.rows.isEmpty() ? Optional.empty() : Optional.of(dots.sketch());
    }

    private String name(Row row) {
        String width = Factors.of(row, "width");
        String relative = Factors.of(row, "similarity").isEmpty() ? "" : ", relative";
        return series.name(row) + relative + (widths && !width.isEmpty() ? ", width " + width : "");
    }

    /**
     * Returns the labels of datasets; datasets that differ only in their classes are named by
     * these.
     */
    private Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        long rest = datasets.stream().map(d -> LABELS.matcher(d).replaceAll("")).distinct().count();
        for (String dataset : datasets) {
            Matcher found = LABELS.matcher(dataset);
            boolean alone = rest == 1 && datasets.size() > 1 && found.find();
            labels.put(dataset, alone ? found.group(1) : dataset);
        }
        return labels;
    }

    private Sketch sketch() {
        Map<String, String> labels = labels();
        List<String> names = rows.stream().map(this::name).distinct().toList();
        Map<String, Ink> inks = Series.inks(names);
        double left =
                24
                        + labels.values().stream()
                                .mapToDouble(label -> Letters.width(label, Frame.TICK))
                                .max()
                                .orElse(0);
        double legend =
                34 + names.stream().mapToDouble(n -> Letters.width(n, Frame.LABEL)).max().orElse(0);
        double height = Math.max(60, datasets.size() * ROW);
        Drawing drawing =
                new Drawing(
                        left + metrics.size() * (WIDTH + GAP) + legend,
                        Heading.HEIGHT + Math.max(height + 56, 40 + 18 * names.size()));
        String first = datasets.get(0);
        boolean brief = !labels.get(first).equals(first);
        Heading.draw(
                drawing,
                "Metrics by dataset",
                (brief
                                ? LABELS.matcher(first).replaceAll("").replace("()", "")
                                        + " by labels; "
                                : "")
                        + "means ± standard deviations over the repetitions");
        FigureNumbers table = new FigureNumbers("metric", "dataset", "series", "n", "mean", "std");
        for (int i = 0; i < metrics.size(); i++) {
            panel(drawing, left + i * (WIDTH + GAP), height, metrics.get(i), inks, table);
        }
        for (int d = 0; d < datasets.size(); d++) {
            drawing.text(
                    left - 8, y(d, height) + 4, labels.get(datasets.get(d)), Frame.TICK, Align.END);
        }
        double at = Heading.HEIGHT + 34;
        double beside = left + metrics.size() * (WIDTH + GAP) - 8;
        for (String name : names) {
            drawing.add(new Mark.Dots(List.of(new Point(beside, at)), 3.6, 0, inks.get(name), 1));
            drawing.text(beside + 10, at + 4, name, Frame.LABEL, Align.START);
            at += 18;
        }
        Map<String, byte[]> data = new LinkedHashMap<>();
        data.put(".csv", table.csv());
        return new Sketch("metrics-by-dataset", "Metrics by dataset", drawing, data);
    }

    private double y(int dataset, double height) {
        return Heading.HEIGHT + 22 + (dataset + 0.5) * height / datasets.size();
    }

    private void panel(
            Drawing drawing,
            double left,
            double height,
            String metric,
            Map<String, Ink> inks,
            FigureNumbers table) {
        List<Row> here = rows.stream().filter(row -> row.metric().equals(metric)).toList();
        Map<List<String>, Moments> moments =
                Series.moments(here, row -> List.of(Factors.of(row, "dataset"), name(row)));
        double least = 0;
        double most = 0;
        for (Moments one : moments.values()) {
            double spread = Double.isFinite(one.std()) ? one.std() : 0;
            least = Math.min(least, one.mean() - spread);
            most = Math.max(most, one.mean() + spread);
        }
        Frame frame =
                new Frame(
                        drawing,
                        left,
                        Heading.HEIGHT + 22,
                        WIDTH,
                        height,
                        Scale.around(Math.min(0, least), most),
                        new Scale(0, 1, false));
        frame.xAxis("");
        frame.title(metric);
        for (int d = 0; d < datasets.size(); d++) {
            drawing.line(left, y(d, height), left + WIDTH, y(d, height), Ink.PALE, 0.6);
        }
        List<Runnable> dots = new ArrayList<>();
        moments.forEach(
                (key, one) -> {
                    double y = y(datasets.indexOf(key.get(0)), height);
                    Ink ink = inks.get(key.get(1));
                    if (one.std() > 0) {
                        double low = frame.x(one.mean() - one.std());
                        drawing.line(low, y, frame.x(one.mean() + one.std()), y, ink, 1.3);
                    }
                    Point point = new Point(frame.x(one.mean()), y);
                    dots.add(() -> drawing.add(new Mark.Dots(List.of(point), 3.6, 0, ink, 0.9)));
                    table.line(metric, key.get(0), key.get(1), one.n(), one.mean(), one.std());
                });
        dots.forEach(Runnable::run);
    }
}
