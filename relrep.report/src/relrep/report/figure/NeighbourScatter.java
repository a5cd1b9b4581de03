package relrep.report.figure;

import relrep.api.data.Labels;
import relrep.api.data.Space;
import relrep.api.report.Exhibit;
import relrep.report.drawing.Drawing;
import relrep.report.drawing.Ink;
import relrep.report.drawing.Letters;
import relrep.report.drawing.Mark;
import relrep.report.drawing.Mark.Align;
import relrep.report.drawing.Mark.Point;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Draws chosen words and their neighbours in the plane, one panel per space: absolute spaces above,
 * relative ones below. All panels of a row use the plane and the scale of the first space's
 * principal components. So words with the same coordinates in two spaces are at the same place.
 */
final class NeighbourScatter {
    private static final double SIDE = 280;
    private static final double GAP = 48;
    private static final double LEFT = 60;
    private static final double LINE = SIDE + 70;
    private static final double LEGEND = 220;
    private static final int NAMED = 20;

    private final Exhibit.Neighbours exhibit;
    private final Drawing drawing;
    private final FigureNumbers table =
            new FigureNumbers("space", "panel", "word", "group", "x", "y");
    private final Map<String, byte[]> data = new LinkedHashMap<>();

    private NeighbourScatter(Exhibit.Neighbours exhibit) {
        this.exhibit = exhibit;
        int columns = Math.max(exhibit.absolute().size(), exhibit.relative().size());
        this.drawing =
                new Drawing(LEFT + columns * (SIDE + GAP) + LEGEND, Heading.HEIGHT + 2 * LINE + 4);
    }

    static Sketch of(Exhibit.Neighbours exhibit) {
        return new NeighbourScatter(exhibit).sketch();
    }

    private Sketch sketch() {
        String title = "Neighbours of words, absolute above and relative below";
        String held = Heading.words(exhibit.factors());
        Heading.draw(drawing, title, held);
        line("absolute", exhibit.absolute(), Heading.HEIGHT + 24);
        line("relative", exhibit.relative(), Heading.HEIGHT + 24 + LINE);
        legend();
        data.put(".csv", table.csv());
        return new Sketch(
                Heading.file("neighbours", exhibit.factors()), title + ": " + held, drawing, data);
    }

    private void line(String kind, List<Space> spaces, double top) {
        int width = spaces.get(0).width();
        boolean common = spaces.stream().allMatch(space -> space.width() == width);
        Plane first = Plane.fit(spaces.get(0).latents());
        List<double[][]> planes = new ArrayList<>();
        for (Space space : spaces) {
            Plane plane = common ? first : Plane.fit(space.latents());
            planes.add(plane.project(space.latents()));
        }
        Scale[] scales = scales(planes);
        for (int p = 0; p < spaces.size(); p++) {
            Frame frame =
                    new Frame(
                            drawing,
                            LEFT + p * (SIDE + GAP),
                            top,
                            SIDE,
                            SIDE,
                            scales[0],
                            scales[1]);
            String whose = common ? spaces.get(0).name() : spaces.get(p).name();
            frame.xAxis("component 1 of " + whose);
            frame.yAxis(p == 0 ? "component 2" : "", true);
            frame.title(kind + ": " + spaces.get(p).name());
            panel(frame, planes.get(p), spaces.get(p).requireLabels());
            numbers(kind, spaces.get(p), planes.get(p));
        }
    }

    /** Returns one pair of scales for all panels. */
    private static Scale[] scales(List<double[][]> planes) {
        double[] least = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] most = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double[][] plane : planes) {
            for (double[] point : plane) {
                for (int axis = 0; axis < 2; axis++) {
                    least[axis] = Math.min(least[axis], point[axis]);
                    most[axis] = Math.max(most[axis], point[axis]);
                }
            }
        }
        double side = Math.max(most[0] - least[0], most[1] - least[1]);
        double half = side > 0 ? side * 0.54 : 1;
        Scale[] scales = new Scale[2];
        for (int axis = 0; axis < 2; axis++) {
            double middle = (least[axis] + most[axis]) / 2;
            scales[axis] = new Scale(middle - half, middle + half, false);
        }
        return scales;
    }

    private void panel(Frame frame, double[][] plane, Labels groups) {
        TreeMap<Double, Mark.Text> names = new TreeMap<>();
        for (int group = 0; group < groups.classes().size(); group++) {
            int[] rows = groups.rowsOf(group);
            List<Point> points = new ArrayList<>();
            for (int row : rows) {
                points.add(frame.at(plane[row][0], plane[row][1]));
            }
            Ink ink = Ink.of(group);
            drawing.add(new Mark.Dots(points.subList(1, rows.length), 3, shape(group), ink, 0.75));
            Point chosen = points.get(0);
            drawing.add(new Mark.Dots(List.of(chosen), 6.5, shape(group), Ink.BLACK, 1));
            drawing.add(new Mark.Dots(List.of(chosen), 5, shape(group), ink, 1));
            Mark.Text name = name(frame, chosen, exhibit.keys().get(rows[0]));
            double y = name.y();
            while (names.containsKey(y)) {
                y += 0.01;
            }
            names.put(y, name);
        }
        apart(names);
    }

    private static Mark.Text name(Frame frame, Point chosen, String word) {
        boolean left = chosen.x() + 10 + Letters.width(word, Frame.LABEL) > frame.right();
        return new Mark.Text(
                chosen.x() + (left ? -9 : 9),
                chosen.y() + 4,
                word,
                Frame.LABEL,
                left ? Align.END : Align.START,
                Ink.BLACK,
                true,
                true);
    }

    /** Moves names that would overlap down. */
    private void apart(SortedMap<Double, Mark.Text> names) {
        List<Mark.Text> placed = new ArrayList<>();
        for (Mark.Text name : names.values()) {
            double y = name.y();
            for (Mark.Text other : placed) {
                if (y < other.y() + Frame.LABEL && beside(name, other)) {
                    y = other.y() + Frame.LABEL + 1;
                }
            }
            placed.add(
                    new Mark.Text(
                            name.x(),
                            y,
                            name.text(),
                            name.size(),
                            name.align(),
                            name.ink(),
                            true,
                            true));
        }
        placed.forEach(drawing::add);
    }

    private static boolean beside(Mark.Text a, Mark.Text b) {
        double widthA = Letters.width(a.text(), a.size());
        double widthB = Letters.width(b.text(), b.size());
        double leftA = a.align() == Align.END ? a.x() - widthA : a.x();
        double leftB = b.align() == Align.END ? b.x() - widthB : b.x();
        return leftA < leftB + widthB && leftB < leftA + widthA;
    }

    private static int shape(int group) {
        return group % 2;
    }

    /** Draws the legend of the neighbours, nearest first. */
    private void legend() {
        Labels groups = exhibit.absolute().get(0).requireLabels();
        double left = drawing.width() - LEGEND;
        double y = Heading.HEIGHT + 30;
        for (int group = 0; group < groups.classes().size(); group++) {
            int[] rows = groups.rowsOf(group);
            Point at = new Point(left + 6, y - 4);
            drawing.add(new Mark.Dots(List.of(at), 5, shape(group), Ink.of(group), 1));
            drawing.text(left + 18, y, exhibit.keys().get(rows[0]), Frame.LABEL, Align.START);
            y += 16;
            StringBuilder words = new StringBuilder();
            for (int i = 1; i < Math.min(rows.length, NAMED + 1); i++) {
                String word = exhibit.keys().get(rows[i]);
                String longer = words + (words.isEmpty() ? "" : ", ") + word;
                if (Letters.width(longer, Frame.TICK) > LEGEND - 36 && !words.isEmpty()) {
                    y = words(words + ",", left, y);
                    words.setLength(0);
                    longer = word;
                }
                words.setLength(0);
                words.append(longer);
            }
            y = words(words.toString(), left, y) + 14;
        }
    }

    private double words(String words, double left, double y) {
        String fitting = Letters.fit(words, Frame.TICK, LEGEND - 24);
        drawing.text(left + 18, y, fitting, Frame.TICK, Align.START, Ink.GREY);
        return y + 14;
    }

    private void numbers(String kind, Space space, double[][] plane) {
        Labels groups = space.requireLabels();
        for (int i = 0; i < plane.length; i++) {
            table.line(
                    kind,
                    space.name(),
                    exhibit.keys().get(i),
                    groups.classes().get(groups.get(i)),
                    (float) plane[i][0],
                    (float) plane[i][1]);
        }
        data.put("-" + (data.size() + 1) + ".npy", FigureNumbers.npy(space.latents()));
    }
}
