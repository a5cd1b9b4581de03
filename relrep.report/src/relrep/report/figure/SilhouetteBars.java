package relrep.report.figure;

import relrep.api.data.Labels;
import relrep.api.experiment.Row;
import relrep.api.report.Exhibit;
import relrep.api.report.Figure;
import relrep.report.drawing.Drawing;
import relrep.report.drawing.Ink;
import relrep.report.drawing.Letters;
import relrep.report.drawing.Mark;
import relrep.report.drawing.Mark.Align;
import relrep.report.drawing.Mark.Point;
import relrep.report.summary.Digits;
import relrep.report.summary.Factors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Draws silhouettes of single samples as horizontal bars, sorted within each class, with the mean
 * as a line.
 *
 * <p>Source: Rousseeuw, Silhouettes: a graphical aid to cluster analysis, 1987.
 */
final class SilhouetteBars {
    private static final double WIDTH = 220;
    private static final double HEIGHT = 300;
    private static final double GAP = 26;
    private static final double LEFT = 60;
    private static final int MOST = 9;

    private SilhouetteBars() {}

    static Optional<Sketch> of(Exhibit.Classes exhibit, List<Row> rows) {
        List<Row> some = rows.stream().filter(row -> shown(row, exhibit)).limit(MOST).toList();
        return some.isEmpty() ? Optional.empty() : Optional.of(sketch(exhibit, some));
    }

    private static boolean shown(Row row, Exhibit.Classes exhibit) {
        Figure figure = exhibit.figure();
        String metric = figure.option("metric").orElse("silhouette");
        boolean original = Factors.of(row, "width").isEmpty();
        return row.metric().replaceAll("\\(.*", "").equals(metric)
                && Factors.of(row, "dataset").equals(exhibit.factors().get("dataset"))
                && row.perSample().length == exhibit.labels().size()
                && (original || among(figure.numbers("width"), Factors.of(row, "width")))
                && (original || among(figure.numbers("seeds"), Factors.of(row, "source_seed")));
    }

    private static boolean among(List<Long> wanted, String entry) {
        return wanted.isEmpty() || wanted.stream().map(String::valueOf).anyMatch(entry::equals);
    }

    private static Sketch sketch(Exhibit.Classes exhibit, List<Row> rows) {
        int columns = rows.size() == 4 ? 2 : Math.min(3, rows.size());
        int lines = (rows.size() + columns - 1) / columns;
        Drawing drawing =
                new Drawing(
                        LEFT + columns * (WIDTH + GAP), Heading.HEIGHT + lines * (HEIGHT + 70) + 4);
        Heading.draw(
                drawing,
                "Silhouettes",
                Heading.words(exhibit.factors()) + "; bars sorted within each class; line: mean");
        float least = 0;
        float most = 0;
        for (Row row : rows) {
            for (float value : row.perSample()) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        Scale scale = Scale.around(least, most);
        FigureNumbers table = new FigureNumbers("panel", "class", "sample", "silhouette");
        for (int i = 0; i < rows.size(); i++) {
            Frame frame =
                    new Frame(
                            drawing,
                            LEFT + i % columns * (WIDTH + GAP),
                            Heading.HEIGHT + Math.floorDiv(i, columns) * (HEIGHT + 70) + 24,
                            WIDTH,
                            HEIGHT,
                            scale,
                            new Scale(0, 1, false));
            panel(frame, rows.get(i), exhibit.labels(), table, i % columns == 0);
        }
        Map<String, byte[]> data = new LinkedHashMap<>();
        data.put(".csv", table.csv());
        return new Sketch(
                Heading.file("silhouettes", exhibit.factors()),
                "Silhouettes: " + Heading.words(exhibit.factors()),
                drawing,
                data);
    }

    private static String name(Row row) {
        List<String> words = new ArrayList<>();
        String seed = Factors.of(row, "source_seed");
        words.add(Factors.of(row, "source") + (seed.isEmpty() ? "" : "(" + seed + ")"));
        if (!Factors.of(row, "width").isEmpty()) {
            words.add("width " + Factors.of(row, "width"));
        }
        if (!Factors.of(row, "similarity").isEmpty()) {
            words.add("relative");
        }
        return String.join(", ", words) + ": " + Digits.of(row.value()).replace('-', '−');
    }

    private static void panel(
            Frame frame, Row row, Labels labels, FigureNumbers table, boolean first) {
        frame.xAxis("silhouette");
        frame.title(name(row));
        float[] values = row.perSample();
        List<Integer> classes =
                IntStream.range(0, labels.classes().size())
                        .filter(c -> labels.rowsOf(c).length > 0)
                        .boxed()
                        .toList();
        double gap = 4;
        double step = (frame.height() - gap * (classes.size() - 1)) / values.length;
        double top = frame.top();
        for (int c : classes) {
            int[] samples = sorted(labels.rowsOf(c), values);
            frame.drawing().add(new Mark.Area(outline(frame, values, samples, top, step), ink(c)));
            for (int sample : samples) {
                table.line(name(row), labels.classes().get(c), sample, values[sample]);
            }
            if (first && samples.length * step > Frame.TICK - 2) {
                frame.drawing()
                        .text(
                                frame.left() - 6,
                                top + samples.length * step / 2 + 4,
                                Letters.fit(labels.classes().get(c), Frame.TICK, LEFT - 12),
                                Frame.TICK,
                                Align.END);
            }
            top += samples.length * step + gap;
        }
        double zero = frame.x(0);
        frame.drawing().line(zero, frame.top(), zero, frame.bottom(), Ink.BLACK, 0.8);
        double mean = frame.x(row.value());
        frame.drawing().dashes(mean, frame.top(), mean, frame.bottom(), Ink.VERMILLION, 1.6);
    }

    /** Returns the colour of a class; vermillion is left out, since the line of the mean has it. */
    private static Ink ink(int label) {
        Ink ink = Ink.of(label);
        return ink.equals(Ink.VERMILLION) ? new Ink(0x8C510A) : ink;
    }

    private static int[] sorted(int[] samples, float[] values) {
        return Arrays.stream(samples)
                .boxed()
                .sorted((a, b) -> Float.compare(values[b], values[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Returns the outline of a class as one polygon, with a corner per point of height: single bars
     * are thinner than a pixel.
     */
    private static List<Point> outline(
            Frame frame, float[] values, int[] samples, double top, double step) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(frame.x(0), top));
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < samples.length; i++) {
            double y = top + i * step;
            if (y - last >= 0.5 || i == samples.length - 1) {
                points.add(new Point(frame.x(values[samples[i]]), y));
                points.add(new Point(frame.x(values[samples[i]]), y + Math.max(step, 0.5)));
                last = y;
            }
        }
        points.add(new Point(frame.x(0), top + samples.length * step));
        return points;
    }
}
