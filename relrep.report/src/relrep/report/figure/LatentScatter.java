package relrep.report.figure;

import relrep.api.data.Labels;
import relrep.api.data.Space;
import relrep.api.report.Exhibit;
import relrep.report.drawing.Drawing;
import relrep.report.drawing.Ink;
import relrep.report.drawing.Mark;
import relrep.report.drawing.Mark.Align;
import relrep.report.drawing.Mark.Point;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws latents in the plane by class, one panel per network. All panels have one scale, each
 * centred on its own mean, since the position of a space has no meaning.
 */
final class LatentScatter {
    private static final double SIDE = 270;
    private static final double GAP = 48;
    private static final double LEFT = 60;

    private LatentScatter() {}

    static Sketch of(Exhibit.Spaces exhibit) {
        List<Space> spaces = exhibit.spaces();
        List<double[][]> planes = spaces.stream().map(s -> Plane.of(s.latents())).toList();
        int columns = spaces.size() == 4 ? 2 : Math.min(3, spaces.size());
        int lines = (spaces.size() + columns - 1) / columns;
        boolean components = spaces.stream().anyMatch(space -> space.width() > 2);
        double legend = spaces.get(0).labels().map(LatentScatter::legend).orElse(0.0);
        Drawing drawing =
                new Drawing(
                        LEFT + columns * (SIDE + GAP) + legend,
                        Heading.HEIGHT + lines * (SIDE + 68) + 4);
        boolean relative = exhibit.figure().option("space").filter("relative"::equals).isPresent();
        String title = relative ? "Relative latents" : "Latents";
        Heading.draw(
                drawing,
                title,
                Heading.words(exhibit.factors())
                        + (components ? "; first two principal components of each space" : "")
                        + "; equal lengths are equal distances in all panels");
        double half = half(planes);
        for (int i = 0; i < spaces.size(); i++) {
            double left = LEFT + i % columns * (SIDE + GAP);
            double top = Heading.HEIGHT + Math.floorDiv(i, columns) * (SIDE + 68) + 22;
            Scale x = scale(planes.get(i), 0, half);
            Scale y = scale(planes.get(i), 1, half);
            Frame frame = new Frame(drawing, left, top, SIDE, SIDE, x, y);
            frame.xAxis(components ? "component 1" : "coordinate 1");
            frame.yAxis(i % columns > 0 ? "" : components ? "component 2" : "coordinate 2", true);
            frame.title(spaces.get(i).name());
            dots(frame, planes.get(i), spaces.get(i));
        }
        double beside = LEFT + columns * (SIDE + GAP);
        spaces.get(0).labels().ifPresent(labels -> legend(drawing, beside, labels));
        return new Sketch(
                Heading.file(relative ? "latents-relative" : "latents", exhibit.factors()),
                title + ": " + Heading.words(exhibit.factors()),
                drawing,
                data(exhibit, planes));
    }

    private static double legend(Labels labels) {
        return 30
                + labels.classes().stream()
                        .mapToDouble(name -> relrep.report.drawing.Letters.width(name, Frame.LABEL))
                        .max()
                        .orElse(0);
    }

    private static void legend(Drawing drawing, double left, Labels labels) {
        double y = Heading.HEIGHT + 30;
        for (int c = 0; c < labels.classes().size(); c++) {
            if (labels.rowsOf(c).length > 0) {
                drawing.add(
                        new Mark.Dots(List.of(new Point(left + 6, y)), 4, shape(c), Ink.of(c), 1));
                drawing.text(left + 16, y + 4, labels.classes().get(c), Frame.LABEL, Align.START);
                y += 18;
            }
        }
    }

    private static int shape(int label) {
        return label / Ink.DISTINCT.size() % 2;
    }

    /**
     * Returns half the side of the widest panel; all panels have this size, each around its own
     * centre.
     */
    private static double half(List<double[][]> planes) {
        double half = 0;
        for (double[][] plane : planes) {
            for (int axis = 0; axis < 2; axis++) {
                double[] ends = ends(plane, axis);
                half = Math.max(half, (ends[1] - ends[0]) * 0.53);
            }
        }
        return half > 0 ? half : 1;
    }

    private static Scale scale(double[][] plane, int axis, double half) {
        double[] ends = ends(plane, axis);
        double middle = (ends[0] + ends[1]) / 2;
        return new Scale(middle - half, middle + half, false);
    }

    private static double[] ends(double[][] plane, int axis) {
        double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double[] point : plane) {
            ends[0] = Math.min(ends[0], point[axis]);
            ends[1] = Math.max(ends[1], point[axis]);
        }
        return ends;
    }

    private static void dots(Frame frame, double[][] plane, Space space) {
        if (space.labels().isEmpty()) {
            frame.drawing().add(new Mark.Dots(points(frame, plane, null), 2, 0, Ink.BLUE, 0.7));
            return;
        }
        Labels labels = space.labels().orElseThrow();
        for (int c = 0; c < labels.classes().size(); c++) {
            int[] rows = labels.rowsOf(c);
            if (rows.length > 0) {
                List<Point> points = points(frame, plane, rows);
                frame.drawing().add(new Mark.Dots(points, 2, shape(c), Ink.of(c), 0.7));
            }
        }
        ClassNames names = new ClassNames(frame.drawing());
        for (int c = 0; c < labels.classes().size(); c++) {
            int[] rows = labels.rowsOf(c);
            if (rows.length > 0) {
                names.write(
                        labels.classes().get(c),
                        frame.x(median(plane, rows, 0)),
                        frame.y(median(plane, rows, 1)));
            }
        }
    }

    private static List<Point> points(Frame frame, double[][] plane, int[] rows) {
        List<Point> points = new ArrayList<>();
        int count = rows == null ? plane.length : rows.length;
        for (int i = 0; i < count; i++) {
            double[] at = plane[rows == null ? i : rows[i]];
            points.add(frame.at(at[0], at[1]));
        }
        return points;
    }

    private static double median(double[][] plane, int[] rows, int axis) {
        double[] values = Arrays.stream(rows).mapToDouble(row -> plane[row][axis]).toArray();
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static Map<String, byte[]> data(Exhibit.Spaces exhibit, List<double[][]> planes) {
        Map<String, byte[]> data = new LinkedHashMap<>();
        FigureNumbers table = new FigureNumbers("panel", "sample", "class", "x", "y");
        for (int p = 0; p < planes.size(); p++) {
            Space space = exhibit.spaces().get(p);
            for (int i = 0; i < planes.get(p).length; i++) {
                int row = i;
                table.line(
                        space.name(),
                        i,
                        space.labels().map(l -> l.classes().get(l.get(row))).orElse(""),
                        (float) planes.get(p)[i][0],
                        (float) planes.get(p)[i][1]);
            }
            if (space.width() > 2) {
                data.put("-" + (p + 1) + ".npy", FigureNumbers.npy(space.latents()));
            }
        }
        data.put(".csv", table.csv());
        return data;
    }
}
