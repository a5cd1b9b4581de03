package relrep.report.figure;

import relrep.api.experiment.Row;
import relrep.api.report.Claim;
import relrep.api.report.Figure;
import relrep.report.drawing.Drawing;
import relrep.report.drawing.Ink;
import relrep.report.drawing.Letters;
import relrep.report.drawing.Mark;
import relrep.report.drawing.Mark.Align;
import relrep.report.drawing.Mark.Point;
import relrep.report.summary.Digits;
import relrep.report.summary.Fit;
import relrep.report.summary.Networks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws one column of numbers against another, with one point per trained network: the mean of its
 * rows in each column. It adds the least squares line and the correlations of Pearson and Spearman.
 */
final class Correlation {
    private static final double SIDE = 330;
    private static final double LEFT = 80;
    private static final int FEWEST = 3;

    private Correlation() {}

    static Optional<Sketch> of(Figure figure, List<Row> rows) {
        String x = figure.option("x").orElseThrow();
        String y = figure.option("y").orElseThrow();
        Map<Map<String, String>, Double> across = Networks.means(rows, Claim.Term.parse(x));
        Map<Map<String, String>, Double> up = Networks.means(rows, Claim.Term.parse(y));
        List<Map<String, String>> networks =
                across.keySet().stream().filter(up::containsKey).toList();
        if (networks.size() < FEWEST) {
            return Optional.empty();
        }
        double[] xs = networks.stream().mapToDouble(across::get).toArray();
        double[] ys = networks.stream().mapToDouble(up::get).toArray();
        return Optional.of(sketch(x, y, networks, xs, ys));
    }

    private static Sketch sketch(
            String x, String y, List<Map<String, String>> networks, double[] xs, double[] ys) {
        List<String> names = networks.stream().map(n -> n.get("source")).distinct().toList();
        boolean apart = names.size() > 1 && names.size() <= Ink.DISTINCT.size();
        double legend =
                apart
                        ? 40
                                + names.stream()
                                        .mapToDouble(n -> Letters.width(n, Frame.LABEL))
                                        .max()
                                        .orElse(0)
                        : 30;
        Drawing drawing = new Drawing(LEFT + SIDE + 20 + legend, Heading.HEIGHT + SIDE + 62);
        Fit fit = Fit.of(xs, ys);
        Heading.draw(
                drawing,
                y + " against " + x,
                "%d networks, Pearson r = %s, Spearman ρ = %s"
                        .formatted(xs.length, signed(fit.r()), signed(Fit.ofRanks(xs, ys).r())));
        Frame frame =
                new Frame(
                        drawing,
                        LEFT,
                        Heading.HEIGHT + 8,
                        SIDE,
                        SIDE,
                        Scale.around(min(xs), max(xs)),
                        Scale.around(min(ys), max(ys)));
        frame.xAxis(x);
        frame.yAxis(y, true);
        line(frame, fit, min(xs), max(xs));
        for (int i = 0; i < xs.length; i++) {
            int number = apart ? names.indexOf(networks.get(i).get("source")) : 0;
            frame.drawing()
                    .add(
                            new Mark.Dots(
                                    List.of(frame.at(xs[i], ys[i])), 3.6, 0, Ink.of(number), 0.8));
        }
        if (apart) {
            for (int i = 0; i < names.size(); i++) {
                double at = Heading.HEIGHT + 20 + 18 * i;
                drawing.add(
                        new Mark.Dots(
                                List.of(new Point(LEFT + SIDE + 24, at)), 3.6, 0, Ink.of(i), 1));
                drawing.text(LEFT + SIDE + 34, at + 4, names.get(i), Frame.LABEL, Align.START);
            }
        }
        FigureNumbers table =
                new FigureNumbers("dataset", "source", "source_seed", "width", "x", "y");
        for (int i = 0; i < xs.length; i++) {
            Map<String, String> n = networks.get(i);
            table.line(
                    n.get("dataset"),
                    n.get("source"),
                    n.get("source_seed"),
                    n.get("width"),
                    xs[i],
                    ys[i]);
        }
        Map<String, byte[]> data = new LinkedHashMap<>();
        data.put(".csv", table.csv());
        return new Sketch(
                Heading.file("scatter " + y + " " + x, Map.of()),
                y + " against " + x,
                drawing,
                data);
    }

    private static String signed(double value) {
        return Digits.of(value).replace('-', '−');
    }

    private static void line(Frame frame, Fit fit, double from, double to) {
        if (!Double.isFinite(fit.slope())) {
            return;
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= 200; i++) {
            double x = from + (to - from) * i / 200;
            double y = fit.intercept() + fit.slope() * x;
            if (y >= frame.y().low() && y <= frame.y().high()) {
                points.add(frame.at(x, y));
            }
        }
        if (points.size() > 1) {
            List<Point> ends = List.of(points.get(0), points.get(points.size() - 1));
            frame.drawing().add(new Mark.Line(ends, Ink.VERMILLION, 1.6, true));
        }
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
