package relrep.report.figure;

import relrep.api.experiment.Row;
import relrep.report.drawing.Drawing;
import relrep.report.drawing.Ink;
import relrep.report.drawing.Mark;
import relrep.report.drawing.Mark.Align;
import relrep.report.drawing.Mark.Point;
import relrep.report.summary.Moments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Draws the lines of one panel: means and standard deviations over places, and the names of
 * controls.
 */
final class Curve {
    private static final double LINE = 11;

    /** The space to the right of the last place's bars. */
    private static final double BESIDE = 19;

    private static final double SIZE = Frame.TICK - 1.5;

    private final Frame frame;
    private final List<AxisPosition> places;
    private final boolean byWidth;
    private final List<End> ends = new ArrayList<>();

    Curve(Frame frame, List<AxisPosition> places, boolean byWidth) {
        this.frame = frame;
        this.places = places;
        this.byWidth = byWidth;
    }

    /** The end of a control's line. */
    private record End(String name, Point point, Ink ink) {}

    /** Draws the line of some rows, with its places shifted to the right by some points. */
    void draw(String name, List<Row> rows, Ink ink, double shift) {
        boolean control = Series.control(name);
        List<Point> points = new ArrayList<>();
        List<Point> stretch = new ArrayList<>();
        AxisPosition before = null;
        for (int i = 0; i < places.size(); i++) {
            AxisPosition place = places.get(i);
            Moments moments =
                    Moments.of(rows.stream().filter(place::holds).map(Row::value).toList());
            if (moments.n() == 0) {
                continue;
            }
            if (before != null && !before.joins(place, byWidth)) {
                stroke(stretch, ink, control);
            }
            before = place;
            Point point = new Point(frame.x(i) + shift, frame.y(moments.mean()));
            stretch.add(point);
            points.add(point);
            if (!control && moments.std() > 0) {
                spread(point.x(), moments, ink);
            }
        }
        if (points.isEmpty()) {
            return;
        }
        stroke(stretch, ink, control);
        if (control) {
            ends.add(new End(name, points.get(points.size() - 1), ink));
        } else {
            frame.drawing().add(new Mark.Dots(points, 3, 0, ink, 1));
        }
    }

    private void stroke(List<Point> stretch, Ink ink, boolean control) {
        List<Point> points = List.copyOf(stretch);
        stretch.clear();
        if (points.size() > 1) {
            frame.drawing().add(new Mark.Line(points, ink, 1.6, control));
        } else if (control) {
            Point one = points.get(0);
            frame.drawing().dashes(one.x() - 14, one.y(), one.x() + 14, one.y(), ink, 1.6);
        }
    }

    private void spread(double x, Moments moments, Ink ink) {
        Drawing drawing = frame.drawing();
        double top = frame.y(moments.mean() + moments.std());
        double bottom = frame.y(Math.max(moments.mean() - moments.std(), frame.y().low()));
        drawing.line(x, top, x, bottom, ink, 1.2);
        drawing.line(x - 3, top, x + 3, top, ink, 1.2);
        drawing.line(x - 3, bottom, x + 3, bottom, ink, 1.2);
    }

    /** Writes the names of the controls at the right, at least one text line apart. */
    void nameControls() {
        double next = Double.NEGATIVE_INFINITY;
        List<End> down =
                ends.stream().sorted(Comparator.comparingDouble(e -> e.point().y())).toList();
        for (End end : down) {
            double x = end.point().x() + BESIDE;
            double y = Math.max(end.point().y() + 3, next);
            frame.drawing().text(x, y, end.name(), SIZE, Align.START, end.ink());
            next = y + LINE;
        }
    }
}
