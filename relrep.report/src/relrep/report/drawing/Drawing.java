package relrep.report.drawing;

import relrep.report.drawing.Mark.Align;
import relrep.report.drawing.Mark.Point;

import java.util.ArrayList;
import java.util.List;

/** A drawing: marks on a white sheet, later ones on top. */
public final class Drawing {
    private final List<Mark> marks = new ArrayList<>();
    private double width;
    private final double height;

    /** Makes a white sheet of this size in points. */
    public Drawing(double width, double height) {
        this.width = Math.ceil(width);
        this.height = Math.ceil(height);
    }

    /** Returns its width in points. */
    public double width() {
        return width;
    }

    /** Makes the sheet at least this wide, by adding space at the right. */
    public void widen(double least) {
        width = Math.max(width, Math.ceil(least));
    }

    /** Returns its height in points. */
    public double height() {
        return height;
    }

    /** Returns the marks. */
    public List<Mark> marks() {
        return List.copyOf(marks);
    }

    /** Adds a mark. */
    public void add(Mark mark) {
        marks.add(mark);
    }

    /** Adds a filled rectangle. */
    public void box(double x, double y, double w, double h, Ink ink) {
        add(new Mark.Box(x, y, w, h, ink));
    }

    /** Adds a straight line. */
    public void line(double x1, double y1, double x2, double y2, Ink ink, double thick) {
        add(new Mark.Line(List.of(new Point(x1, y1), new Point(x2, y2)), ink, thick, false));
    }

    /** Adds a dashed straight line. */
    public void dashes(double x1, double y1, double x2, double y2, Ink ink, double thick) {
        add(new Mark.Line(List.of(new Point(x1, y1), new Point(x2, y2)), ink, thick, true));
    }

    /** Adds black text that is read from left to right. */
    public void text(double x, double y, String text, double size, Align align) {
        text(x, y, text, size, align, Ink.BLACK);
    }

    /** Adds text that is read from left to right. */
    public void text(double x, double y, String text, double size, Align align, Ink ink) {
        add(new Mark.Text(x, y, text, size, align, ink, true, false));
    }
}
